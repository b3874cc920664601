import * as fc from 'fast-check';

/**
 * Missions are drawn in two steps: first every part on its own, with plain numbers where it refers to
 * another part, then the numbers are resolved against what is there. So every part can shrink alone.
 */

/** A number that `pick` turns into one of a list. */
export const choice = fc.noBias(fc.nat(99));

/** The element a `choice` stands for; about every twentieth time `nonsense`, where that is allowed. */
export function pick<T>(list: readonly T[], drawn: number, nonsense?: T): T {
  if (nonsense !== undefined && (drawn >= 95 || list.length === 0)) return nonsense;
  return list[drawn % list.length];
}

/** The arbitraries with their weights. */
export function weighted<T>(...parts: [number, fc.Arbitrary<T>][]): fc.Arbitrary<T> {
  return fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** One of the values with their weights. */
export function values<T>(...parts: [number, T][]): fc.Arbitrary<T> {
  return weighted(...parts.map(([weight, value]): [number, fc.Arbitrary<T>] => [weight, fc.constant(value)]));
}

/** An optional field, present to absent in these shares. */
export function maybe<T>(arbitrary: fc.Arbitrary<T>, present = 1, absent = 1): fc.Arbitrary<T | undefined> {
  return weighted<T | undefined>([present, arbitrary], [absent, fc.constant(undefined)]);
}

/** A list whose length is anything in the range alike; small lists must not crowd out the busy ones. */
export function list<T>(arbitrary: fc.Arbitrary<T>, minLength: number, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(arbitrary, { minLength, maxLength, size: 'max' });
}
