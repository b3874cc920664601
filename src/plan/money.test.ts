import { describe, expect, it } from 'vitest';
import { amountInSmallestUnit } from './money';

describe('amountInSmallestUnit', () => {
  it.each([
    ['0.00072', 6, 720n],
    ['12', 6, 12_000_000n],
    ['12.50', 1, 125n],
    ['999999999999999.999999999999999999', 18, 999999999999999999999999999999999n],
    ['0', 0, 0n],
  ] as const)('%s at %i decimals', (amount, decimals, expected) => {
    expect(amountInSmallestUnit(amount, decimals)).toBe(expected);
  });

  it('never rounds', () => {
    expect(amountInSmallestUnit('0.0000001', 6)).toBeNull();
    expect(amountInSmallestUnit('1e3', 6)).toBeNull();
    expect(amountInSmallestUnit('-1', 6)).toBeNull();
  });
});
