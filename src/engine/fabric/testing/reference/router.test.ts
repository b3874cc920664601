import { describe, expect, test } from 'vitest';
import { runReference } from '../reference';
import { job, lines, link, node, schedule, shard, tinyPlan } from '../tiny';

describe('assign', () => {
  test('by priority, then number; a job nobody free can serve holds nobody up', () => {
    const plan = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a', { specialties: ['s'] }), node('m', 'a', { specialties: ['t'] })],
      jobs: [
        job('a-first', 'a', 1, { requiredSkills: ['s'] }),
        job('b-blocked', 'a', 1, { requiredSkills: ['s'] }),
        job('c-passes', 'a', 1, { requiredSkills: ['t'] }),
        job('d-urgent', 'a', 1, { requiredSkills: ['s'], priority: 0 }),
      ],
    });
    expect(lines(runReference(plan).events, 'job.assigned')).toEqual([
      '0 job.assigned 3 0 1',
      '0 job.assigned 2 1 1',
      '1 job.assigned 0 0 1',
      '2 job.assigned 1 0 1',
    ]);
  });

  const placed = (placement: 'declared' | 'least-loaded' | 'cheapest') => {
    const price = (amount: string, unit: 'job' | 'tick') => ({ pricing: { amount, currency: 'C', unit } });
    const plan = tinyPlan({
      currencies: { C: { decimals: 0 } },
      shards: [shard('a', { router: { placement } })],
      nodes: [
        node('two', 'a', { capacity: 2, ...price('9', 'job') }),
        node('four', 'a', { capacity: 4, maxConcurrency: 9, ...price('2', 'tick') }),
      ],
      jobs: ['a', 'b', 'c', 'd'].map((id, k) => job(id, 'a', k < 2 ? 4 : 5)),
    });
    return lines(runReference(plan).events, 'job.assigned').map((line) => Number(line.split(' ')[3]));
  };
  test('declared fills the first node first', () => expect(placed('declared')).toEqual([0, 0, 1, 1]));
  test('least-loaded compares shares of slots, ties by number', () => {
    // 0/2 = 0/4, 1/2 > 0/4, 1/2 > 1/4, 1/2 = 2/4
    expect(placed('least-loaded')).toEqual([0, 1, 1, 0]);
  });
  test('cheapest compares what the remaining ticks would cost', () => {
    // 4 ticks: 8 against 9; 5 ticks: 10 against 9
    expect(placed('cheapest')).toEqual([1, 1, 0, 0]);
  });

  test('a compliance is not waived by general', () => {
    const plan = tinyPlan({
      unservablePatienceTicks: 1,
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('j', 'a', 1, { requiredCompliance: ['c'] })],
    });
    expect(lines(runReference(plan).events, 'job.failed')).toEqual(['1 job.failed 0 0 2']);
  });
});

describe('patience', () => {
  const hopeless = (rest = {}) =>
    tinyPlan({ unservablePatienceTicks: 3, shards: [shard('a')], jobs: [job('j', 'a', 1)], ...rest });

  test('so many ends of step 5 in a row, then it fails in the next one', () => {
    expect(lines(runReference(hopeless()).events, 'job.failed')).toEqual(['3 job.failed 0 0 2']);
  });

  test('paused ticks neither count nor break the row', () => {
    const pause = schedule(
      [1, { type: 'shard.pause', shard: 'a', mode: 'drain' }],
      [5, { type: 'shard.resume', shard: 'a' }],
    );
    const run = runReference(hopeless(), pause);
    expect(lines(run.events, 'job.failed')).toEqual(['7 job.failed 0 0 2']);
    expect(run.jobs[0].waits).toEqual({ slot: 0, skill: 3, paused: 4, transit: 0 });
  });

  test('a tick in which it could be served begins a new row', () => {
    const plan = hopeless({
      nodes: [node('n', 'a')],
      jobs: [job('busy', 'a', 9), job('j', 'a', 1)],
      faults: [
        { type: 'node.outage', node: 'n', atTick: 1, forTicks: 2 },
        { type: 'node.outage', node: 'n', atTick: 4 },
      ],
    });
    // unservable at the end of 1, 2; servable in 3; unservable at the end of 4, 5, 6.
    expect(lines(runReference(plan).events, 'job.failed')).toEqual([
      '7 job.failed 0 0 2',
      '7 job.failed 1 0 2',
    ]);
  });

  test('a job that arrives starts its own count', () => {
    const plan = tinyPlan({
      unservablePatienceTicks: 2,
      shards: [shard('a', { spilloverTargets: ['b'] }), shard('b')],
      nodes: [node('m', 'b')],
      links: [link('a', 'b', 2)],
      jobs: [job('j', 'a', 1)],
      faults: [{ type: 'node.outage', node: 'm', atTick: 1 }],
    });
    expect(lines(runReference(plan).events, 'job.failed')).toEqual(['4 job.failed 0 1 2']);
  });
});

describe('who can take a job', () => {
  /** Two jobs of home `a`, which has no node; `b` can serve them. */
  const two = (target: Parameters<typeof shard>[1], rest = {}) =>
    tinyPlan({
      unservablePatienceTicks: 4,
      shards: [shard('a', { spilloverTargets: ['b'] }), shard('b', target)],
      nodes: [node('m', 'b')],
      links: [link('a', 'b', 3)],
      jobs: [job('j', 'a', 1), job('k', 'a', 1)],
      ...rest,
    });

  test('room counts what is on its way', () => {
    expect(lines(runReference(two({ maxQueue: 1 })).events, 'job.spilled')).toEqual([
      '0 job.spilled 0 1 1',
      // In tick 3 it is still b's queue that is full: a's turn comes first.
      '4 job.spilled 1 1 1',
    ]);
  });

  test('not without a link, not against a one-way link, not beyond the budget', () => {
    const oneWay = [{ from: 'b', to: 'a', latencyMs: 1000, oneWay: true }];
    const far = [link('a', 'b', 11)];
    for (const links of [[], oneWay, far]) {
      expect(lines(runReference(two({}, { links })).events, 'job.spilled')).toEqual([]);
    }
  });

  test('the budget is that of the home, wherever the job is by then', () => {
    const plan = tinyPlan({
      shards: [
        shard('a', { latencyBudgetMs: 2000, spilloverTargets: ['b'] }),
        shard('b', { latencyBudgetMs: 9000, spilloverTargets: ['c'] }),
        shard('c'),
      ],
      unservablePatienceTicks: 2,
      nodes: [node('m', 'b'), node('o', 'c')],
      links: [link('a', 'b', 2), link('b', 'c', 5)],
      jobs: [job('j', 'a', 1)],
      faults: [{ type: 'node.outage', node: 'm', atTick: 1 }],
    });
    expect(lines(runReference(plan).events, 'job.').slice(1)).toEqual([
      '0 job.spilled 0 1 1',
      '2 job.arrived 0 1 0',
      '4 job.failed 0 1 2',
    ]);
  });

  test('never back to where it was', () => {
    const plan = two(
      { spilloverTargets: ['a'] },
      {
        nodes: [node('n', 'a'), node('m', 'b')],
        faults: [
          { type: 'node.outage', node: 'n', atTick: 0, forTicks: 2 },
          { type: 'node.outage', node: 'm', atTick: 2 },
        ],
        jobs: [job('j', 'a', 1)],
      },
    );
    expect(lines(runReference(plan).events, 'job.').slice(1)).toEqual([
      '0 job.spilled 0 1 1',
      '3 job.arrived 0 1 0',
      '7 job.failed 0 1 2',
    ]);
  });

  test('hop-limit only if hops are all that is missing', () => {
    const spent = { hopLimit: 0 };
    expect(lines(runReference(two({}, spent)).events, 'job.failed')).toEqual([
      '0 job.failed 0 0 5',
      '0 job.failed 1 0 5',
    ]);
    expect(lines(runReference(two({ maxQueue: 0 }, spent)).events, 'job.failed')).toEqual([
      '4 job.failed 0 0 2',
      '4 job.failed 1 0 2',
    ]);
  });
});

describe('policies and overflow', () => {
  const crowded = (home: Parameters<typeof shard>[1], rest = {}) =>
    tinyPlan({
      shards: [shard('a', home), shard('b'), shard('c')],
      nodes: [node('n', 'a'), node('m', 'b'), node('o', 'c')],
      links: [link('a', 'b'), link('a', 'c')],
      jobs: ['a', 'b', 'c', 'd', 'e'].map((id) => job(id, 'a', 50, { priority: id === 'b' ? 9 : 5 })),
      run: { stopAfterTicks: 2 },
      ...rest,
    });

  test('by threshold, then weight, then place; each drains its own number from the tail', () => {
    const router = {
      spilloverPolicies: [
        { target: 'b', threshold: 2, maxDrainPerTick: 5 },
        { target: 'b', threshold: 1 },
        { target: 'c', threshold: 1, weight: 1 },
      ],
    };
    // a runs; c, d, e, b wait: b to c, e to b by threshold 1; then 2 are not above 2. In the next tick d to c.
    expect(lines(runReference(crowded({ router })).events, 'job.spilled')).toEqual([
      '0 job.spilled 1 2 2',
      '0 job.spilled 4 1 2',
      '1 job.spilled 3 2 2',
    ]);
  });

  test('a policy takes only jobs that ask for its skills', () => {
    const router = {
      spilloverPolicies: [{ target: 'b', threshold: 0, maxDrainPerTick: 9, requiredSkills: ['s'] }],
    };
    const jobs = [job('a', 'a', 50), job('b', 'a', 50, { requiredSkills: ['t', 's'] }), job('c', 'a', 50)];
    expect(lines(runReference(crowded({ router }, { jobs })).events, 'job.spilled')).toEqual([
      '0 job.spilled 1 1 2',
    ]);
  });

  test('overflow takes the last in job order to the first target with room, else it fails queue-full', () => {
    const home = { maxQueue: 1, spilloverTargets: ['b', 'c'] };
    const shards = [shard('a', home), shard('b', { maxQueue: 1 }), shard('c', { maxQueue: 1 })];
    expect(lines(runReference(crowded({}, { shards })).events, 'job.').slice(6, 9)).toEqual([
      '0 job.spilled 1 1 3',
      '0 job.spilled 4 2 3',
      '0 job.failed 3 0 1',
    ]);
  });

  test('overflow with spent hops is hop-limit', () => {
    const home = { maxQueue: 3, spilloverTargets: ['b'] };
    const plan = crowded(home, { hopLimit: 0 });
    expect(lines(runReference(plan).events, 'job.failed')).toEqual(['0 job.failed 1 0 5']);
  });

  test('a queue just at its limit is no overflow, and no room for others', () => {
    const plan = crowded({ maxQueue: 4, spilloverTargets: ['b'] });
    expect(lines(runReference(plan).events, 'job.spilled')).toEqual([]);
  });
});

test('the alert is on while the queue is above three quarters of its limit, if nothing else is said', () => {
  const plan = tinyPlan({
    shards: [shard('a', { maxQueue: 5, router: { queueAlertThreshold: undefined } })],
    nodes: [node('n', 'a')],
    jobs: ['a', 'b', 'c', 'd', 'e'].map((id) => job(id, 'a', 2)),
  });
  expect(lines(runReference(plan).events, 'shard.')).toEqual(['0 shard.alert 0 0 4', '2 shard.calm 0 0 3']);
});

test('a paused shard does nothing, its alert included, but jobs still arrive there', () => {
  const plan = tinyPlan({
    shards: [shard('a', { spilloverTargets: ['b'] }), shard('b', { router: { queueAlertThreshold: 0 } })],
    nodes: [node('m', 'b')],
    links: [link('a', 'b', 2)],
    jobs: [job('j', 'a', 1)],
  });
  const pause = schedule(
    [1, { type: 'shard.pause', shard: 'b', mode: 'drain' }],
    [4, { type: 'shard.resume', shard: 'b' }],
  );
  expect(
    lines(runReference(plan, pause).events, '').filter((line) => /arrived|alert|assigned/.test(line)),
  ).toEqual(['2 job.arrived 0 1 0', '4 job.assigned 0 0 1']);
});
