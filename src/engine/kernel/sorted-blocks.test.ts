import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedBlocks } from './sorted-blocks';

type Step = { add: number } | { remove: number } | 'shift';
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ add: fc.nat(5000) }) },
  { weight: 3, arbitrary: fc.record({ remove: fc.nat(5000) }) },
  { weight: 2, arbitrary: fc.constant('shift' as const) },
);

function keysOf(blocks: SortedBlocks): number[] {
  const keys: number[] = [];
  blocks.collect(keys);
  return keys;
}

describe('SortedBlocks', () => {
  it('holds the same keys in the same order as a sorted array, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 1500, size: 'max' }), (steps) => {
        const blocks = new SortedBlocks();
        let model: number[] = [];
        for (const s of steps) {
          if (s === 'shift') {
            if (model.length > 0) expect(blocks.shift()).toBe(model.shift());
          } else if ('add' in s) {
            if (model.includes(s.add)) continue;
            blocks.add(s.add);
            model = [...model, s.add].sort((a, b) => a - b);
          } else if (model.length > 0) {
            const key = model[s.remove % model.length];
            blocks.remove(key);
            model = model.filter((k) => k !== key);
          }
          expect(blocks.length).toBe(model.length);
          if (model.length > 0) {
            expect(blocks.first()).toBe(model[0]);
            expect(blocks.last()).toBe(model[model.length - 1]);
          }
        }
        expect(keysOf(blocks)).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });

  it('descends from the largest key until told to stop', () => {
    const blocks = new SortedBlocks();
    for (let k = 0; k < 2000; k++) blocks.add((k * 7919) % 2000);
    const seen: number[] = [];
    blocks.descend((key) => seen.push(key) < 3);
    expect(seen).toEqual([1999, 1998, 1997]);
  });

  it('keeps its order when thousands of keys come from the front, the end and the middle', () => {
    const blocks = new SortedBlocks();
    for (let k = 5000; k < 10_000; k++) blocks.add(k);
    for (let k = 4999; k >= 0; k--) blocks.add(k);
    for (let k = 0; k < 10_000; k++) expect(blocks.shift()).toBe(k);
    blocks.add(3);
    expect([blocks.first(), blocks.last(), blocks.length]).toEqual([3, 3, 1]);
  });

  it('refuses to give up a key it does not hold', () => {
    const blocks = new SortedBlocks();
    blocks.add(1);
    blocks.add(5);
    expect(() => blocks.remove(3)).toThrow('holds');
  });
});
