import { thousands } from '../../plan';

/** Exact below 100,000, then `12.3 k`, `66.1 M`, `4.0 G`: for people; the exact number stands beside it. */
export function compact(value: number): string {
  const size = Math.abs(value);
  if (size < 100_000) return thousands(value);
  for (const [unit, suffix] of UNITS) {
    // Rounding must not make 999,950 into "1000.0 k".
    if (size < unit * 999.95 || suffix === 'T') return `${tenths(value / unit)} ${suffix}`;
  }
  return thousands(value);
}
const UNITS: [number, string][] = [
  [1e3, 'k'],
  [1e6, 'M'],
  [1e9, 'G'],
  [1e12, 'T'],
];

/** One digit after the point: `96.2`. */
export function tenths(value: number): string {
  const scaled = Math.round(value * 10);
  const whole = Math.trunc(scaled / 10);
  const sign = scaled < 0 && whole === 0 ? '-' : '';
  return `${sign}${thousands(whole)}.${Math.abs(scaled % 10)}`;
}

/** `part` of `whole` as `96.2 %`; never rounds what is not all up to 100, or what is not nothing down to 0. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '0 %';
  if (part === whole) return '100 %';
  if (part === 0) return '0 %';
  const scaled = Math.min(999, Math.max(1, Math.round((part / whole) * 1000)));
  return `${tenths(scaled / 10)} %`;
}

/** An integer of the smallest unit as an exact decimal: 2874120 at 6 decimals is `2.874120`. */
export function decimalText(smallest: number, decimals: number): string {
  const negative = smallest < 0;
  const digits = BigInt(Math.abs(smallest))
    .toString()
    .padStart(decimals + 1, '0');
  const whole = thousands(BigInt(digits.slice(0, digits.length - decimals)));
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return negative ? `-${text}` : text;
}

/** Money for people: two digits after the point, or as many as show three digits of a small sum. */
export function moneyText(smallest: number, decimals: number): string {
  const exact = decimalText(smallest, decimals);
  const [whole, fraction] = exact.split('.');
  if (fraction === undefined) return exact;
  if (/^-?0$/.test(whole)) {
    const first = fraction.search(/[1-9]/);
    if (first < 0) return '0';
    if (first >= 2) return `${whole}.${fraction.slice(0, first + 3).replace(/0+$/, '')}`;
  }
  return `${whole}.${fraction.slice(0, 2).padEnd(2, '0')}`;
}

/** Mission time of so many ticks: `9 min 9 s`, `2 h 5 min`, `1 d 3 h`. */
export function missionTime(ticks: number, tickMs: number): string {
  const ms = ticks * tickMs;
  if (ms < 1000) return `${ms} ms`;
  const seconds = Math.round(ms / 1000);
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}

/** `a`, `a and b`, `a, b and c`; past `most` the rest is counted. */
export function listed(items: readonly string[], most = 5): string {
  const shown =
    items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : [...items];
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
