import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, type Price, toSmallest } from './money';

describe('an amount in smallest units', () => {
  it('is exact for every amount that fits', () => {
    expect(toSmallest('0.00072', 6)).toBe(720);
    expect(toSmallest('0.1', 1)).toBe(1);
    expect(toSmallest('12', 0)).toBe(12);
    expect(toSmallest('007.50', 2)).toBe(750);
    expect(toSmallest('1.500', 1)).toBe(15);
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(18), (drawn, decimals) => {
        const smallest = Math.abs(drawn);
        const digits = String(smallest).padStart(decimals + 1, '0');
        const whole = digits.slice(0, digits.length - decimals);
        const text = decimals === 0 ? digits : `${whole}.${digits.slice(-decimals)}`;
        expect(toSmallest(text, decimals)).toBe(smallest);
      }),
    );
  });

  it('is refused when the currency is too coarse or the number too large', () => {
    expect(() => toSmallest('0.123', 2)).toThrow('fits its currency');
    expect(() => toSmallest('9007199254740992', 0)).toThrow('fits its currency');
  });
});

/** The rule of docs/fabric-rules.md in integers of any size. */
function exactCost(price: Price, occupiedTicks: number, tickMs: number, completed: boolean): bigint {
  const amount = BigInt(price.amount);
  if (price.unit === 'job') return completed ? amount : 0n;
  if (price.unit === 'tick') return amount * BigInt(occupiedTicks);
  const product = amount * BigInt(occupiedTicks) * BigInt(tickMs);
  return (2n * product + 3_600_000n) / 7_200_000n;
}

describe('the cost of occupied ticks', () => {
  const upTo = (bits: number) =>
    fc.integer({ min: 0, max: bits }).chain((b) => fc.bigInt(0n, 2n ** BigInt(b)));
  const whole = (bits: number) => upTo(bits).map(Number);
  const unit = fc.constantFrom<Price['unit']>('job', 'tick', 'hour');

  it('is the exact one, however large the product on the way', () => {
    fc.assert(
      fc.property(
        unit,
        whole(50),
        whole(31),
        whole(40),
        fc.boolean(),
        (unit, amount, ticks, tickMs, done) => {
          const price: Price = { amount, currency: 0, unit };
          const exact = exactCost(price, ticks, tickMs, done);
          if (exact > BigInt(Number.MAX_SAFE_INTEGER)) {
            expect(() => costOf(price, ticks, tickMs, done)).toThrow('preflight');
          } else expect(costOf(price, ticks, tickMs, done)).toBe(Number(exact));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('rounds an hour half up, once a charge', () => {
    const hourly = (amount: number, seconds: number) =>
      costOf({ amount, currency: 0, unit: 'hour' }, seconds, 1000, false);
    expect(hourly(1, 1799)).toBe(0);
    expect(hourly(1, 1800)).toBe(1);
    expect(hourly(1, 5400)).toBe(2);
    expect(hourly(3600, 1)).toBe(1);
    // around the product where integers stop being exact, one tick more or less of an hour
    const amount = 2 ** 40;
    for (const ticks of [3599, 3600, 3601])
      expect(hourly(amount, ticks)).toBe(Number((BigInt(amount) * BigInt(ticks) + 1800n) / 3600n));
  });

  it('is nothing without a price', () => {
    expect(costOf(null, 1000, 1000, true)).toBe(0);
  });
});
