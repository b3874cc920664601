import { describe, expect, test } from 'vitest';
import { runReference } from '../reference';
import { job, lines, link, node, schedule, shard, tinyPlan } from '../tiny';

const pricing = { amount: '2', currency: 'USDC', unit: 'tick' } as const;
const currencies = { USDC: { decimals: 0 } };

describe('progress', () => {
  test('a job assigned in T with r ticks completes in T + r - 1', () => {
    const plan = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('one', 'a', 1), job('three', 'a', 3, { submissionTick: 4 })],
    });
    expect(lines(runReference(plan).events, 'job.completed')).toEqual([
      '0 job.completed 0 0 0',
      '6 job.completed 1 0 0',
    ]);
  });

  test('a freed slot is used in the next tick, not in the same', () => {
    const plan = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('first', 'a', 2), job('second', 'a', 2)],
    });
    expect(lines(runReference(plan).events, 'job.assigned')).toEqual([
      '0 job.assigned 0 0 2',
      '2 job.assigned 1 0 2',
    ]);
  });

  const pausedFrom1To3 = (mode: 'drain' | 'freeze') =>
    schedule([1, { type: 'shard.pause', shard: 'a', mode }], [4, { type: 'shard.resume', shard: 'a' }]);
  const priced = tinyPlan({
    currencies,
    shards: [shard('a')],
    nodes: [node('n', 'a', { pricing })],
    jobs: [job('j', 'a', 3)],
  });

  test('drain lets running work go on', () => {
    const { events } = runReference(priced, pausedFrom1To3('drain'));
    expect(lines(events, 'job.completed')).toEqual(['2 job.completed 0 0 6']);
  });

  test('freeze stops it, and the frozen ticks are occupied and paid', () => {
    const { events } = runReference(priced, pausedFrom1To3('freeze'));
    expect(lines(events, 'job.completed')).toEqual(['5 job.completed 0 0 12']);
  });

  test('the stronger of system and shard pause is in force', () => {
    const { events } = runReference(
      priced,
      schedule(
        [1, { type: 'shard.pause', shard: 'a', mode: 'freeze' }],
        [1, { type: 'system.pause', mode: 'drain' }],
        [3, { type: 'system.resume' }],
        [4, { type: 'shard.pause', shard: 'a', mode: 'drain' }],
      ),
    );
    expect(lines(events, 'job.completed')).toEqual(['5 job.completed 0 0 12']);
  });

  test('completions of all shards come shard by shard, in job order', () => {
    const plan = tinyPlan({
      shards: [shard('a'), shard('b')],
      nodes: [node('na', 'a', { capacity: 2, maxConcurrency: 2 }), node('nb', 'b')],
      jobs: [job('x', 'b', 1, { priority: 0 }), job('y', 'a', 1), job('z', 'a', 1, { priority: 1 })],
    });
    expect(lines(runReference(plan).events, 'job.completed')).toEqual([
      '0 job.completed 2 0 0',
      '0 job.completed 1 0 0',
      '0 job.completed 0 1 0',
    ]);
  });
});

describe('deadlines', () => {
  const deadline = (ticks: number) => ({ deadlineTicks: ticks });

  test('a job that completes in its last tick is in time', () => {
    const plan = tinyPlan({
      deadlinesKill: true,
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('j', 'a', 3, deadline(3))],
    });
    expect(lines(runReference(plan).events, 'job.failed')).toEqual([]);
  });

  test('a running job is preempted first and pays for the tick that killed it', () => {
    const plan = tinyPlan({
      deadlinesKill: true,
      currencies,
      shards: [shard('a')],
      nodes: [node('n', 'a', { pricing })],
      jobs: [job('j', 'a', 9, deadline(3))],
    });
    expect(lines(runReference(plan).events, 'job.').slice(2)).toEqual([
      '2 job.preempted 0 0 6',
      '2 job.failed 0 0 4',
    ]);
  });

  test('a pause does not stop the clock, not even a freeze', () => {
    const plan = tinyPlan({
      deadlinesKill: true,
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('queued', 'a', 1, deadline(5))],
    });
    const run = runReference(plan, schedule([0, { type: 'system.pause', mode: 'freeze' }]));
    expect(lines(run.events, 'job.failed')).toEqual(['4 job.failed 0 0 4']);
    expect(run.jobs[0].waits).toEqual({ slot: 0, skill: 0, paused: 5, transit: 0 });
  });

  test('those of a shard are judged before the next shard completes anything', () => {
    const plan = tinyPlan({
      deadlinesKill: true,
      shards: [shard('a'), shard('b')],
      nodes: [node('n', 'a'), node('m', 'b')],
      jobs: [job('j', 'a', 9, deadline(1)), job('k', 'b', 1)],
    });
    expect(lines(runReference(plan).events, 'job.').slice(4)).toEqual([
      '0 job.preempted 0 0 0',
      '0 job.failed 0 0 4',
      '0 job.completed 1 1 0',
    ]);
  });

  test('a job in transit is judged in the tick it arrives', () => {
    const plan = tinyPlan({
      deadlinesKill: true,
      shards: [shard('a', { spilloverTargets: ['b'] }), shard('b')],
      nodes: [node('m', 'b')],
      links: [link('a', 'b', 4)],
      jobs: [job('j', 'a', 2, deadline(2))],
    });
    expect(lines(runReference(plan).events, 'job.').slice(2)).toEqual([
      '4 job.arrived 0 1 0',
      '4 job.assigned 0 0 2',
      '4 job.preempted 0 0 0',
      '4 job.failed 0 1 4',
    ]);
  });

  test('without deadlinesKill they are only wishes', () => {
    const plan = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('j', 'a', 9, deadline(1))],
    });
    expect(lines(runReference(plan).events, 'job.completed')).toEqual(['8 job.completed 0 0 0']);
  });
});

describe('why it waited', () => {
  test('slot, transit, paused and skill, and up to the first start nothing is missing', () => {
    const plan = tinyPlan({
      shards: [shard('a', { spilloverTargets: ['b'] }), shard('b')],
      nodes: [node('n', 'a', { specialties: ['s'] }), node('m', 'b', { specialties: ['t'] })],
      links: [link('a', 'b', 3)],
      jobs: [job('j', 'a', 1, { requiredSkills: ['t'], submissionTick: 2 })],
    });
    const run = runReference(
      plan,
      schedule(
        [2, { type: 'shard.pause', shard: 'a', mode: 'drain' }],
        [4, { type: 'shard.resume', shard: 'a' }],
        [6, { type: 'fault.inject', fault: { type: 'node.outage', node: 'm', forTicks: 3 } }],
      ),
    );
    // paused 2, 3; leaves in 4, arrives in 7; nobody there in 7, 8; starts in 9.
    expect(run.jobs[0].waits).toEqual({ slot: 0, skill: 2, paused: 2, transit: 3 });
    expect(run.jobs[0].firstStartTick).toBe(9);
  });

  test('a job cancelled on its way has the way so far booked, one still under way at the end has none', () => {
    const plan = tinyPlan({
      shards: [shard('a', { spilloverTargets: ['b'], latencyBudgetMs: 50_000 }), shard('b')],
      nodes: [node('m', 'b')],
      links: [link('a', 'b', 50)],
      jobs: [job('j', 'a', 1), job('k', 'a', 1)],
      run: { stopAfterTicks: 20 },
    });
    const run = runReference(plan, schedule([7, { type: 'job.cancel', jobId: 'j' }]));
    expect(run.jobs.map((each) => [each.state, each.shard, each.waits.transit])).toEqual([
      ['cancelled', 1, 7],
      ['transit', 1, 0],
    ]);
  });

  test('a job that is lost waits again, the ticks on its node are no wait', () => {
    const plan = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('j', 'a', 4)],
      faults: [{ type: 'node.outage', node: 'n', atTick: 2, forTicks: 5 }],
    });
    const run = runReference(plan);
    expect(run.jobs[0].waits).toEqual({ slot: 0, skill: 5, paused: 0, transit: 0 });
    expect(run.jobs[0].endTick).toBe(8);
  });
});
