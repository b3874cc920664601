import * as fc from 'fast-check';
import { entryIds } from '../reference/expand-jobs';
import { choice, list, maybe, pick, values, weighted } from './draws';

/** Early enough that jobs meet each other, and often the very same tick. */
const tick = weighted([2, fc.nat(3)], [3, fc.nat(25)]);
const ticks = weighted([2, fc.integer({ min: 1, max: 4 })], [3, fc.integer({ min: 1, max: 20 })]);

const wants = {
  shard: choice,
  requiredSkills: values<string[]>(
    [12, ['haul']],
    [6, ['assay']],
    [3, ['haul', 'assay']],
    [3, []],
    [1, ['weld']],
    [1, ['assay', 'haul']],
  ),
  requiredCompliance: values<string[]>([20, []], [6, ['open']], [1, ['sealed', 'open']]),
  value: fc.nat(1000),
  priority: values([4, 5], [1, 0], [1, 4], [1, 9]),
  deadlineTicks: maybe(fc.integer({ min: 1, max: 30 })),
};

const job = fc.record({ ...wants, estimatedDurationTicks: ticks, submissionTick: tick });

const window = fc
  .tuple(tick, fc.nat(20))
  .map(([fromTick, span]) => ({ kind: 'window' as const, fromTick, toTick: fromTick + span }));

const entry = fc.record({
  ...wants,
  count: weighted([9, fc.integer({ min: 1, max: 8 })], [1, fc.integer({ min: 9, max: 20 })]),
  valueStep: fc.nat(3),
  arrival: fc.oneof(
    fc.record({ kind: fc.constant('at' as const), atTick: tick }),
    window,
    fc.record({
      kind: fc.constant('poisson' as const),
      fromTick: tick,
      meanIntervalTicks: fc.constantFrom(0.3, 1, 2.5, 6),
    }),
  ),
  duration: fc.oneof(
    fc.record({ kind: fc.constant('fixed'), ticks }),
    fc
      .tuple(ticks, fc.nat(10))
      .map(([minTicks, span]) => ({ kind: 'uniform' as const, minTicks, maxTicks: minTicks + span })),
    fc.record({
      kind: fc.constant('table'),
      rows: list(fc.record({ ticks, weight: fc.integer({ min: 1, max: 5 }) }), 1, 4),
    }),
  ),
});

export const drawnWorkload = fc.record({
  entries: list(entry, 0, 3),
  jobs: list(job, 0, 12),
});
type DrawnWorkload = typeof drawnWorkload extends fc.Arbitrary<infer T> ? T : never;

/** Their order by UTF-8 bytes is neither this one nor that of UTF-16 units. */
const PREFIXES = ['ore', '\u{1F680}', '～', 'Ore', 'é'];

/** The drawn workload as the plan's schema reads it, and of each job its id and roughly when it comes. */
export function resolveWorkload(drawn: DrawnWorkload, shardIds: string[]) {
  const entries = drawn.entries.map(({ shard, ...rest }, k) => ({
    idPrefix: PREFIXES[k],
    shard: pick(shardIds, shard),
    ...rest,
  }));
  const jobs = drawn.jobs.map(({ shard, ...rest }, k) => ({
    id: `${PREFIXES[k % PREFIXES.length]} ${20 - k}`,
    shard: pick(shardIds, shard),
    ...rest,
  }));
  const about = [
    ...entries.flatMap((each) =>
      entryIds(each).map((id) => ({
        id,
        tick: each.arrival.kind === 'at' ? each.arrival.atTick : each.arrival.fromTick,
      })),
    ),
    ...jobs.map((each) => ({ id: each.id, tick: each.submissionTick })),
  ];
  return { workload: { entries, jobs }, about };
}
