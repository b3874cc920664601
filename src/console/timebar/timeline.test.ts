import { expect, test } from 'vitest';
import { columnHeights, linePath, marksOf, outageBands, valueAt } from './timeline';

const series = (ticks: number[], values: number[]) => ({
  ticks: Float64Array.from(ticks),
  lines: [{ label: 'all', shard: null, values: Float64Array.from(values) }],
});

test('overlapping outages are one band that names both nodes, and an open one has no end', () => {
  expect(
    outageBands([
      { tick: 10, node: 'a', out: true },
      { tick: 20, node: 'b', out: true },
      { tick: 30, node: 'a', out: false },
      { tick: 40, node: 'b', out: false },
      { tick: 90, node: 'a', out: true },
    ]),
  ).toEqual([
    { fromTick: 10, toTick: 40, nodes: ['a', 'b'] },
    { fromTick: 90, toTick: null, nodes: ['a'] },
  ]);
});

test('a value holds until the next sample', () => {
  const s = series([0, 10, 20], [1, 5, 2]);
  expect([valueAt(s, 0), valueAt(s, 9), valueAt(s, 10), valueAt(s, 99)]).toEqual([1, 1, 5, 2]);
  expect(valueAt(series([5], [1]), 4)).toBeNull();
});

test('a peak of one tick survives being drawn in few pixels', () => {
  const ticks = Array.from({ length: 1000 }, (_, i) => i);
  const s = series(
    ticks,
    ticks.map((t) => (t === 503 ? 40 : 1)),
  );
  const heights = columnHeights(s, 1000, 999, 50);
  expect(heights.length).toBe(50);
  expect(Math.max(...heights)).toBe(40);
  expect(heights[25]).toBe(40);
});

test('the drawing stops where the run stands', () => {
  expect(columnHeights(series([0], [3]), 100, 25, 200).length).toBe(50);
  expect(linePath(Float64Array.of(0, 2, 1), 2, 10)).toBe('M0 10L1 0L2 5');
  expect(linePath(Float64Array.of(0, 0), 0, 10)).toBe('M0 10L1 10');
});

test('commands that fall on one pixel are one mark, unless they ended differently', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => ({ tick: i, outcome: 'executed' as const }));
  expect(marksOf([...rows, { tick: 0, outcome: 'rejected' }], 999, 50)).toHaveLength(52);
  expect(marksOf([{ tick: 900, outcome: 'pending' }], 100, 50)).toEqual([{ x: 50, outcome: 'pending' }]);
});
