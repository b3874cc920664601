import { expect, test } from 'vitest';
import type { SeriesData } from '../../report';
import { summaryOf, valueWords } from './summary';
import { thin } from './thin';

const data: SeriesData = {
  name: 'queued',
  unit: 'jobs',
  ticks: Float64Array.of(0, 1, 2, 3),
  lines: [
    { label: 'Earth', shard: 0, values: Float64Array.of(0, 4, 1200, 30) },
    { label: 'Mars', shard: 2, values: Float64Array.of(0, 0, 0, 0) },
  ],
};

test('a chart says in words what it shows', () => {
  expect(summaryOf('Queue', data)).toBe(
    'Queue, tick 0 to 3 (4 ticks): Earth 30 at the end, at most 1.2 k at tick 2; Mars 0 at the end, at most 0 at tick 0.',
  );
  expect(summaryOf('Queue', { ...data, ticks: new Float64Array() })).toBe('Queue: nothing yet.');
});

test('values carry their unit', () => {
  expect(valueWords(0.5, 'share of slots')).toBe('50 %');
  expect(valueWords(12, 'jobs per tick')).toBe('12 a tick');
});

test('more samples than room: counts keep the last, rates the mean', () => {
  const long = (name: SeriesData['name']): SeriesData => ({
    name,
    unit: 'jobs',
    ticks: Float64Array.from({ length: 10 }, (_, i) => i),
    lines: [{ label: 'Fabric', shard: null, values: Float64Array.from({ length: 10 }, (_, i) => i) }],
  });
  expect(thin(long('queued'), 20).width).toBe(1);
  expect([...(thin(long('queued'), 4).data.lines[0]?.values ?? [])]).toEqual([2, 5, 8, 9]);
  expect([...(thin(long('throughput'), 4).data.lines[0]?.values ?? [])]).toEqual([1, 4, 7, 9]);
  expect([...thin(long('throughput'), 4).data.ticks]).toEqual([0, 3, 6, 9]);
});
