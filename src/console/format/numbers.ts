/** A whole number grouped by thousands, the same on every machine: 10,000. */
export function whole(n: number): string {
  const digits = Math.abs(Math.round(n)).toFixed(0);
  return (n < 0 ? '-' : '') + digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

const STEPS = [
  { at: 1e12, mark: 'T' },
  { at: 1e9, mark: 'G' },
  { at: 1e6, mark: 'M' },
  { at: 1e3, mark: 'k' },
];

/** A number for a glance: 999, "4.1 k", "66 M". The exact number belongs in a tooltip or a table. */
export function compact(n: number): string {
  const size = Math.abs(n);
  // 999,500 would read "1,000 k": it is already 1 M for a person.
  const step = STEPS.find(({ at }) => size >= at * 0.9995);
  return step === undefined ? short(n) : `${short(n / step.at)} ${step.mark}`;
}

/** At most one decimal, none when it is zero or the number has three digits already. */
function short(n: number): string {
  if (Math.abs(n) >= 99.95 || Number.isInteger(n)) return whole(n);
  return n.toFixed(1).replace(/\.0$/, '');
}

/** "1 job", "4,118 jobs". `many` only where it is not the word and an s. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${whole(n)} ${n === 1 ? one : many}`;
}

/** Like `counted`, for a glance: "4.1 k jobs". */
export function aboutCounted(n: number, one: string, many = `${one}s`): string {
  return `${compact(n)} ${n === 1 ? one : many}`;
}

/** A share between 0 and 1 as whole percent; what is not none and not all never reads as such. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %';
  if (share < 1 && share >= 0.995) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

/** A share with one decimal: "96.2 %". */
export function exactPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

const BYTE_STEPS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** Bytes in decimal units, as file managers show them: "12.4 MB". */
export function bytes(n: number): string {
  let step = 0;
  let size = n;
  while (size >= 999.95 && step < BYTE_STEPS.length - 1) {
    size /= 1000;
    step++;
  }
  return step === 0 ? counted(n, 'byte') : `${short(size)} ${BYTE_STEPS[step]}`;
}
