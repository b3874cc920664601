import { expect, test } from 'vitest';
import { job, shard, tinyPlan } from '../tiny';
import { expandJobs } from './expand-jobs';

const entry = (idPrefix: string, count: number, rest = {}) => ({
  idPrefix,
  shard: 'a',
  count,
  value: 5,
  duration: { kind: 'fixed' as const, ticks: 2 },
  ...rest,
});
const expand = (entries: ReturnType<typeof entry>[], jobs: ReturnType<typeof job>[] = []) =>
  expandJobs(tinyPlan({ shards: [shard('a')], entries, jobs }));

test('ids are padded to four digits, values step by ordinal', () => {
  const jobs = expand([entry('x', 3, { valueStep: 2 })]);
  expect(jobs.map(({ id, value }) => [id, value])).toEqual([
    ['x-0001', 5],
    ['x-0002', 7],
    ['x-0003', 9],
  ]);
  expect(expand([entry('x', 10_000)])[0].id).toBe('x-00001');
});

test('a window spreads its jobs evenly and leaves its end free', () => {
  const arrival = { kind: 'window' as const, fromTick: 10, toTick: 15 };
  expect(expand([entry('x', 3, { arrival })]).map((each) => each.submissionTick)).toEqual([10, 11, 13]);
});

test('numbers go by submission tick, then by the bytes of the id', () => {
  const ids = ['\u{1F680}', '～', 'b', 'B', 'a-0002', 'é'];
  const jobs = [...ids.map((id) => job(id, 'a', 1)), job('0', 'a', 1, { submissionTick: 1 })];
  expect(expand([entry('a', 2)], jobs).map((each) => each.id)).toEqual([
    'B',
    'a-0001',
    'a-0002',
    'a-0002',
    'b',
    'é',
    '～',
    '\u{1F680}',
    '0',
  ]);
});

test('random arrivals and durations stay in bounds and depend on seed and prefix, not on the place in the file', () => {
  const arrival = { kind: 'poisson' as const, fromTick: 100, meanIntervalTicks: 3 };
  const uniform = { kind: 'uniform' as const, minTicks: 4, maxTicks: 6 };
  const table = {
    kind: 'table' as const,
    rows: [
      { ticks: 7, weight: 1 },
      { ticks: 9, weight: 3 },
    ],
  };
  const x = entry('x', 500, { arrival, duration: uniform });
  const y = entry('y', 500, { arrival, duration: table });
  const jobs = expand([x, y]);
  expect(expand([y, x])).toEqual(jobs);
  const of = (prefix: string) => jobs.filter((each) => each.id.startsWith(prefix));
  expect(new Set(of('x').map((each) => each.durationTicks))).toEqual(new Set([4, 5, 6]));
  expect(new Set(of('y').map((each) => each.durationTicks))).toEqual(new Set([7, 9]));
  const nines = of('y').filter((each) => each.durationTicks === 9).length;
  expect(nines / 500).toBeGreaterThan(0.65);
  expect(nines / 500).toBeLessThan(0.85);
  const last = Math.max(...of('x').map((each) => each.submissionTick));
  expect(Math.min(...jobs.map((each) => each.submissionTick))).toBeGreaterThanOrEqual(100);
  expect((last - 100) / 500).toBeGreaterThan(2.4);
  expect((last - 100) / 500).toBeLessThan(3.6);
});
