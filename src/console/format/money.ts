import { whole } from './numbers';

/**
 * An amount in a currency's smallest unit as an exact decimal: `money(2870450, 6)` is "2.870450".
 * Done on the digits, so that nothing is rounded on the way.
 */
export function exactMoney(smallest: number, decimals: number): string {
  const digits = BigInt(smallest < 0 ? -smallest : smallest)
    .toString()
    .padStart(decimals + 1, '0');
  const sign = smallest < 0 ? '-' : '';
  const units = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === 0 ? sign + units : `${sign}${units}.${digits.slice(-decimals)}`;
}

/**
 * The same for a glance: two decimals, or two significant digits for less than a hundredth ("0.00072"),
 * none from ten thousand on.
 */
export function money(smallest: number, decimals: number): string {
  const units = smallest / 10 ** decimals;
  const size = Math.abs(units);
  if (size >= 10_000) return whole(units);
  if (size === 0 || size >= 0.01) {
    const text = size.toFixed(Math.min(2, decimals));
    const [wholePart, rest] = text.split('.');
    const grouped = whole(Number(wholePart));
    return (units < 0 ? '-' : '') + (rest === undefined ? grouped : `${grouped}.${rest}`);
  }
  const places = Math.min(decimals, 1 - Math.floor(Math.log10(size)));
  return units.toFixed(places).replace(/0+$/, '');
}
