/**
 * A decimal amount such as "0.00072" as an integer of the currency's smallest unit (720 at 6 decimals).
 * Null when it is no such amount, or has digits below the smallest unit: nothing is ever rounded away.
 */
export function amountInSmallestUnit(amount: string, decimals: number): bigint | null {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(amount);
  if (parts === null) return null;
  const fraction = (parts[2] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  return BigInt(parts[1] + fraction.padEnd(decimals, '0'));
}
