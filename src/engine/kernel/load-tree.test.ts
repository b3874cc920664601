import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoadTree } from './load-tree';

describe.each([1, 2, 3, 31, 32, 33, 1000])('a LoadTree of %i', (size) => {
  it('finds the least loaded member, the lowest of equals, whatever is done to it', () => {
    const step = fc.tuple(fc.nat(size - 1), fc.option(fc.nat(4)));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200, size: 'max' }), (steps) => {
        const tree = new LoadTree(size);
        const model = new Map<number, number>();
        expect(tree.first()).toBe(-1);
        for (const [member, load] of steps) {
          if (load === null) {
            tree.clear(member);
            model.delete(member);
          } else {
            tree.set(member, load);
            model.set(member, load);
          }
          const [least] = [...model].sort((x, y) => x[1] - y[1] || x[0] - y[0]);
          expect(tree.first()).toBe(least === undefined ? -1 : least[0]);
        }
      }),
    );
  });
});
