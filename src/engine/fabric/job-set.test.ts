import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { compareUtf8, type mission } from '../../plan';
import { Engine } from './engine';
import { JobSet } from './job-set';
import { expandJobs } from './testing/reference/expand-jobs';
import { job, node, shard, tinyPlan } from './testing/tiny';

type Workload = z.input<typeof mission>['fabric']['workload'];
type Entry = Omit<NonNullable<Workload['entries']>[number], 'value' | 'idPrefix'>;

/** Prefixes and ids of which some begin others, with a digit, a dash, or a letter of several bytes after. */
const NAMES = [
  'a',
  'a-b',
  'a-b-c',
  'a-0',
  'a-00',
  'a-0001',
  'a-00019',
  'b',
  'é',
  'é-',
  'é-0001-x',
  '～',
  '\u{1F680}',
  '\u{1F680}-0003',
];

const entry: fc.Arbitrary<Entry> = fc.record({
  shard: fc.constantFrom('here', 'there'),
  count: fc.integer({ min: 1, max: 30 }),
  requiredSkills: fc.subarray(['haul', 'assay', 'weld']),
  arrival: fc.oneof(
    fc.record({ kind: fc.constant('at' as const), atTick: fc.nat(5) }),
    fc.record({
      kind: fc.constant('window' as const),
      fromTick: fc.nat(3),
      toTick: fc.nat(9).map((t) => t + 3),
    }),
    fc.record({ kind: fc.constant('poisson' as const), meanIntervalTicks: fc.constantFrom(0.2, 2, 5000) }),
  ),
  duration: fc.record({
    kind: fc.constant('uniform' as const),
    minTicks: fc.constant(1),
    maxTicks: fc.integer({ min: 1, max: 9 }),
  }),
  priority: fc.nat(9),
});

const plans = fc
  .record({
    entryNames: fc.subarray(NAMES, { maxLength: 5 }),
    entries: fc.array(entry, { minLength: 5, maxLength: 5 }),
    jobNames: fc.subarray(NAMES),
    ticks: fc.array(fc.nat(8), { minLength: NAMES.length, maxLength: NAMES.length }),
    seed: fc.constantFrom('x', 'y'),
  })
  .map(({ entryNames, entries, jobNames, ticks, seed }) => {
    const plan = tinyPlan({
      shards: [shard('here'), shard('there')],
      nodes: [node('n', 'here', { capacity: 50 })],
      entries: entryNames.map((idPrefix, i) => ({ idPrefix, value: 10 + i, valueStep: i, ...entries[i] })),
      jobs: jobNames.map((id, i) => job(id, 'here', 1 + i, { submissionTick: ticks[i] })),
    });
    plan.seed = seed;
    const made = expandJobs(plan).map((j) => j.id);
    // a listed job with the name of a made one is a preflight error
    const taken = new Set(made.filter((id, i) => made.indexOf(id) !== i));
    plan.fabric.workload.jobs = plan.fabric.workload.jobs.filter((j) => !taken.has(j.id));
    return plan;
  });

describe('JobSet', () => {
  it('numbers jobs by submission tick, then by the bytes of their ids', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const set = JobSet.of(plan.fabric, plan.seed);
        const naive = expandJobs(plan).sort(
          (x, y) => x.submissionTick - y.submissionTick || compareUtf8(x.id, y.id),
        );
        const found = naive.map((_, j) => {
          const { home, priority } = set.groups[set.group[j]];
          return {
            id: set.nameOf(j),
            shard: plan.fabric.shards[home].id,
            skills: set.classes[set.classOf(j)].skills,
            submissionTick: set.submissionTick[j],
            durationTicks: set.durationTicks[j],
            value: set.valueOf(j),
            priority,
          };
        });
        expect(set.count).toBe(naive.length);
        expect(found).toEqual(
          naive.map(({ compliance: _, deadlineTicks: __, skills, ...rest }) => ({
            ...rest,
            skills: [...skills].sort(compareUtf8),
          })),
        );
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('finds every id, and no other', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const set = JobSet.of(plan.fabric, plan.seed);
        const names = new Set<string>();
        for (let j = 0; j < set.count; j++) {
          const name = set.nameOf(j);
          names.add(name);
          if (set.find(name) !== j) expect([name, set.find(name)]).toEqual([name, j]);
        }
        expect(set.distinctIds()).toBe(set.count);
        for (const name of names) {
          for (const near of [
            `${name}0`,
            `${name}-`,
            `${name}-0001`,
            name.slice(0, -1),
            ` ${name}`,
            name.toUpperCase(),
          ])
            if (!names.has(near) && set.find(near) !== -1) expect([near, set.find(near)]).toEqual([near, -1]);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('finds nothing for an ordinal that is not there or is written otherwise', () => {
    const { fabric } = tinyPlan({
      shards: [shard('here')],
      jobs: [],
      entries: [{ idPrefix: 'a', shard: 'here', count: 12, value: 1, duration: { kind: 'fixed', ticks: 1 } }],
    });
    const set = JobSet.of(fabric, 's');
    expect(set.find('a-0012')).toBe(11);
    for (const id of ['a-0000', 'a-0013', 'a-12', 'a-00012', 'a-1e1', 'a- 012', 'a-', 'a', ''])
      expect(set.find(id)).toBe(-1);
  });

  it.each([9999, 10_000, 10_001])('keeps %i ordinals in order around ids that fall between them', (count) => {
    const prefixes = ['a', 'a-0500', 'a-05000', 'a-10000', 'a-9'];
    const plan = tinyPlan({
      shards: [shard('here')],
      jobs: ['a-', 'a-0600x', 'a-06000x', 'a-1', 'a-5'].map((id) => job(id, 'here', 1)),
      entries: prefixes.map((idPrefix) => ({
        idPrefix,
        shard: 'here',
        count: idPrefix === 'a' ? count : 2,
        value: 1,
        duration: { kind: 'fixed', ticks: 1 },
        arrival: { kind: 'window', fromTick: 0, toTick: 3 },
      })),
    });
    const set = JobSet.of(plan.fabric, 's');
    const names = Array.from({ length: set.count }, (_, j) => set.nameOf(j));
    expect(names).toEqual(expandJobs(plan).map((j) => j.id));
    expect(names.map((id) => set.find(id))).toEqual(names.map((_, j) => j));
  });

  it('counts an id once that the plan names twice', () => {
    const set = (listed: string[], count = 12) =>
      JobSet.of(
        tinyPlan({
          shards: [shard('here')],
          jobs: listed.map((id) => job(id, 'here', 1)),
          entries: [{ idPrefix: 'a', shard: 'here', count, value: 1, duration: { kind: 'fixed', ticks: 1 } }],
        }).fabric,
        's',
      );
    expect(set(['x', 'x', 'y']).distinctIds()).toBe(14);
    expect(set(['a-0012', 'a-0013', 'a-12']).distinctIds()).toBe(14);
    expect(set(['a-', 'a']).distinctIds()).toBe(14);
    expect(set(['a-0012', 'a-00012'], 10_000).distinctIds()).toBe(10_001);
  });

  it('gives the same run in whatever order a file lists its jobs', () => {
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    const both = plans.chain((plan) =>
      fc.tuple(
        fc.constant(plan),
        shuffled(plan.fabric.workload.entries),
        shuffled(plan.fabric.workload.jobs),
      ),
    );
    fc.assert(
      fc.property(both, ([plan, entries, jobs]) => {
        const run = (workload: typeof plan.fabric.workload) => {
          const engine = new Engine({ ...plan, fabric: { ...plan.fabric, workload } });
          engine.advanceTo(60);
          return engine.tables.log.digest();
        };
        expect(run({ entries, jobs })).toEqual(run(plan.fabric.workload));
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
