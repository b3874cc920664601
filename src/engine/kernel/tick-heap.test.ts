import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TickHeap } from './tick-heap';

/** Small ranges, so that ticks and whole entries are often equal. */
const entry = fc.tuple(fc.nat(20), fc.nat(30));
const step = fc.oneof({ weight: 3, arbitrary: entry }, { weight: 2, arbitrary: fc.constant(null) });

describe('TickHeap', () => {
  it('gives (tick, key) in ascending order, whatever was pushed and popped before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300, size: 'max' }), (steps) => {
        const heap = new TickHeap();
        let model: [number, number][] = [];
        for (const s of steps) {
          if (s !== null) {
            heap.push(s[0], s[1]);
            model = [...model, s].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
          } else if (model.length > 0) {
            heap.pop();
            model.shift();
          }
          expect(heap.length).toBe(model.length);
          if (model.length > 0) expect([heap.tick, heap.key]).toEqual(model[0]);
        }
      }),
    );
  });

  it('holds the whole range of ticks and keys', () => {
    const heap = new TickHeap();
    const most = 2 ** 31 - 1;
    heap.push(most, 0);
    heap.push(0, most);
    heap.push(-most, -most);
    expect([heap.tick, heap.key]).toEqual([-most, -most]);
    heap.pop();
    expect([heap.tick, heap.key]).toEqual([0, most]);
    heap.pop();
    expect([heap.tick, heap.key]).toEqual([most, 0]);
  });
});
