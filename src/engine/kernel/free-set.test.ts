import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FreeSet } from './free-set';

/** All members, by taking the first again and again. */
const membersOf = (free: FreeSet): number[] => {
  const members: number[] = [];
  for (let m = free.first(); m >= 0; m = free.first()) {
    members.push(m);
    free.clear(m);
  }
  return members;
};

describe.each([1, 31, 32, 33, 1024, 10_000])('a FreeSet of %i', (size) => {
  it('is empty at first', () => {
    const free = new FreeSet(size);
    expect(free.first()).toBe(-1);
    expect(membersOf(free)).toEqual([]);
  });

  it('finds each single member', () => {
    const free = new FreeSet(size);
    for (let m = 0; m < size; m++) {
      free.set(m);
      if (free.first() !== m) expect(free.first()).toBe(m);
      free.clear(m);
    }
    expect(free.first()).toBe(-1);
  });

  it('gives up all members from the lowest on', () => {
    const free = new FreeSet(size);
    for (let m = size - 1; m >= 0; m--) free.set(m);
    expect(membersOf(free)).toEqual(Array.from({ length: size }, (_, m) => m));
  });

  it('agrees with a set, whatever is done to it', () => {
    // members near the ends of words and of the whole are drawn more often than others
    const member = fc.oneof(
      fc.nat(size - 1),
      fc.constantFrom(0, 31, 32, 63, 1023, size - 1).map((m) => Math.min(m, size - 1)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), member), { maxLength: 200 }), (steps) => {
        const free = new FreeSet(size);
        const model = new Set<number>();
        for (const [add, m] of steps) {
          if (add) {
            free.set(m);
            model.add(m);
          } else {
            free.clear(m);
            model.delete(m);
          }
          expect(free.has(m)).toBe(add);
          expect(free.first()).toBe(model.size === 0 ? -1 : Math.min(...model));
        }
        expect(membersOf(free)).toEqual([...model].sort((x, y) => x - y));
      }),
    );
  });
});
