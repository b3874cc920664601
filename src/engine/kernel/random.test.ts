import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStream, type Stream } from './random';

const MASK = 0xffff_ffffn;
const rotated = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (32n - by))) & MASK;

/** xoshiro128** 1.1 as its authors print it, in big integers, seeded as the docstring says. */
function* published(seed: string, purpose: string): Generator<number, never> {
  const key = createHash('sha256').update(`${seed.length}:${seed}:${purpose}`).digest();
  const s = [0, 4, 8, 12].map((at) => BigInt(key.readUInt32LE(at)));
  s[3] |= 1n;
  for (;;) {
    yield Number((rotated((s[1] * 5n) & MASK, 7n) * 9n) & MASK);
    const t = (s[1] << 9n) & MASK;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotated(s[3], 11n);
  }
}

const take = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

/** Sum over cells of (seen - expected)^2 / expected. */
function chiSquare(cells: number, draws: number, draw: () => number): number {
  const seen = new Float64Array(cells);
  for (let i = 0; i < draws; i++) seen[draw()]++;
  const expected = draws / cells;
  return seen.reduce((sum, n) => sum + ((n - expected) * (n - expected)) / expected, 0);
}

/** A sum of `cells - 1` squares; above its mean by six of its standard deviations it is not chance. */
const implausible = (cells: number): number => cells - 1 + 6 * Math.sqrt(2 * (cells - 1));

describe('a stream', () => {
  it('gives the numbers it has always given', () => {
    const { next } = createStream('orrery', 'duration:image');
    expect(take(4, next)).toEqual([2121508527, 732474021, 1257568166, 3815038450]);
    const { below } = createStream('orrery', 'duration:image');
    expect(take(4, () => below(1000))).toEqual([527, 21, 166, 450]);
    const { exponential } = createStream('orrery', 'arrival:image');
    expect(take(3, exponential)).toEqual([0.7054164190776646, 0.09881892683915794, 0.11287378496490419]);
  });

  it('is xoshiro128** seeded with SHA-256 of seed and purpose', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seed, purpose) => {
        const stream = createStream(seed, purpose);
        const model = published(seed, purpose);
        expect(take(20, stream.next)).toEqual(take(20, () => model.next().value));
      }),
    );
  });

  it('is another one for another seed or purpose, also where their texts join to the same', () => {
    const first = (seed: string, purpose: string) => take(4, createStream(seed, purpose).next).join();
    const all = [first('a', 'b:c'), first('a:b', 'c'), first('', 'a:b:c'), first('a', 'b'), first('b', 'a')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('is not disturbed by draws from another one', () => {
    const alone = take(50, createStream('s', 'a').next);
    const a = createStream('s', 'a');
    const b = createStream('s', 'b');
    const mixed = take(50, () => {
      b.below(7);
      b.exponential();
      return a.next();
    });
    expect(mixed).toEqual(alone);
  });

  it('has nothing in common with its neighbours', () => {
    const draws = 20_000;
    const pairs: [Stream, Stream][] = [
      [createStream('s', 'job-1'), createStream('s', 'job-2')],
      [createStream('s', 'x'), createStream('t', 'x')],
    ];
    for (const [a, b] of pairs) {
      let sum = 0;
      for (let i = 0; i < draws; i++) sum += (a.next() / 2 ** 32 - 0.5) * (b.next() / 2 ** 32 - 0.5);
      // the correlation of independent draws has a standard deviation of 1 / sqrt(draws)
      expect(Math.abs((sum / draws) * 12)).toBeLessThan(5 / Math.sqrt(draws));
    }
  });
});

describe('below', () => {
  it('stays below n, up to the largest n there is', () => {
    const range = fc.oneof(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 2 ** 31, max: 2 ** 33 }),
      fc.maxSafeInteger().map((n) => Math.max(1, Math.abs(n))),
      fc.constant(Number.MAX_SAFE_INTEGER),
    );
    fc.assert(
      fc.property(fc.string(), range, (seed, n) => {
        const { below } = createStream(seed, 'below');
        for (const draw of take(20, () => below(n))) {
          expect(Number.isSafeInteger(draw) && draw >= 0 && draw < n).toBe(true);
        }
      }),
    );
  });

  it.each([1, 2, 3, 6, 7, 100, 1024])('is uniform for n = %i', (n) => {
    const { below } = createStream('uniform', `${n}`);
    expect(chiSquare(n, 200 * n + 10_000, () => below(n))).toBeLessThanOrEqual(implausible(n));
  });

  it.each([
    ['2^32', 2 ** 32],
    ['3 * 2^30, where a modulo would favour the lower third', 3 * 2 ** 30],
    ['2^32 + 1', 2 ** 32 + 1],
    ['3 * 2^51, where a modulo would favour the lower third', 3 * 2 ** 51],
    ['2^53 - 1', Number.MAX_SAFE_INTEGER],
  ])('is uniform over 48 equal parts of %s', (name, n) => {
    const { below } = createStream('uniform', name);
    expect(chiSquare(48, 50_000, () => Math.floor((below(n) / n) * 48))).toBeLessThan(implausible(48));
  });

  it('draws every low bit of a large range', () => {
    const { below } = createStream('uniform', 'low bits');
    expect(chiSquare(64, 50_000, () => below(2 ** 53 - 64) % 64)).toBeLessThan(implausible(64));
  });
});

describe('exponential', () => {
  const DRAWS = 200_000;
  const { exponential } = createStream('orrery', 'exponential');
  const draws = take(DRAWS, exponential);

  it('has mean 1 within five standard errors', () => {
    const mean = draws.reduce((sum, x) => sum + x, 0) / DRAWS;
    expect(Math.abs(mean - 1)).toBeLessThan(5 / Math.sqrt(DRAWS));
  });

  it('has variance 1 within five standard errors', () => {
    // the fourth central moment is 9, so the variance of the sample variance is (9 - 1) / n
    const variance = draws.reduce((sum, x) => sum + (x - 1) * (x - 1), 0) / DRAWS;
    expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(8 / DRAWS));
  });

  it('exceeds t with probability e^-t', () => {
    for (const t of [0.1, 0.5, 1, 2, 4]) {
      const p = Math.exp(-t);
      const share = draws.filter((x) => x > t).length / DRAWS;
      expect(Math.abs(share - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / DRAWS));
    }
  });
});
