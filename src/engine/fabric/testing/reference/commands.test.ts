import { describe, expect, test } from 'vitest';
import { runReference } from '../reference';
import { job, lines, link, node, schedule, shard, tinyPlan } from '../tiny';

const base = (rest = {}) =>
  tinyPlan({
    shards: [shard('a'), shard('b', { maxQueue: 1 }), shard('c')],
    nodes: [node('n', 'a'), node('m', 'b', { specialties: ['s'] })],
    links: [link('a', 'b', 3)],
    jobs: [
      job('first', 'a', 6),
      job('second', 'a', 6, { requiredSkills: ['s'] }),
      job('later', 'a', 1, { submissionTick: 9 }),
    ],
    ...rest,
  });
const about = (events: Parameters<typeof lines>[0], names: RegExp) =>
  lines(events).filter((line) => names.test(line));

describe('cancelling', () => {
  const cancel = (tick: number, jobId: string) => [tick, { type: 'job.cancel' as const, jobId }] as const;

  test('a scheduled job is booked as submitted first', () => {
    const { events } = runReference(base(), schedule([...cancel(2, 'later')]));
    expect(about(events, /^2 /)).toEqual([
      '2 job.submitted 2 0 1',
      '2 job.cancelled 2 0 0',
      '2 owner.executed 0 0 1',
    ]);
    expect(about(events, /^9 job.sub/)).toEqual([]);
  });

  test('a running job leaves its node first, a queued one just goes', () => {
    const { events } = runReference(base(), schedule([...cancel(2, 'first')], [...cancel(2, 'second')]));
    expect(about(events, /^2 /)).toEqual([
      '2 job.preempted 0 0 0',
      '2 job.cancelled 0 0 0',
      '2 owner.executed 0 0 1',
      '2 job.cancelled 1 0 0',
      '2 owner.executed 1 0 1',
    ]);
  });

  test('what ended or never was cannot be cancelled', () => {
    const { events } = runReference(base(), schedule([...cancel(8, 'first')], [...cancel(8, 'nobody')]));
    expect(about(events, /rejected/)).toEqual(['8 owner.rejected 0 7 0', '8 owner.rejected 1 3 0']);
  });
});

describe('rerouting', () => {
  const reroute = (tick: number, jobId: string, targetShard: string) =>
    [tick, { type: 'job.reroute' as const, jobId, targetShard }] as const;

  test('a running job keeps what is done, and pays for it', () => {
    const pricing = { amount: '2', currency: 'C', unit: 'tick' as const };
    const plan = base({
      currencies: { C: { decimals: 0 } },
      shards: [shard('a', { latencyBudgetMs: 0 }), shard('b')],
      nodes: [node('n', 'a', { pricing }), node('m', 'b')],
      jobs: [job('first', 'a', 6)],
      hopLimit: 0,
    });
    const run = runReference(plan, schedule([...reroute(2, 'first', 'b')]));
    expect(lines(run.events).slice(3)).toEqual([
      '2 job.preempted 0 0 4',
      '2 job.rerouted 0 1 0',
      '2 owner.executed 0 0 1',
      '5 job.arrived 0 1 0',
      '5 job.assigned 0 1 4',
      '8 job.completed 0 1 0',
      '8 run.ended 1 0 8',
    ]);
    expect(run.jobs[0]).toMatchObject({ hops: 0, attempts: 0, shard: 1, firstStartTick: 0 });
  });

  test('each reason to refuse, in order', () => {
    const commands = schedule(
      [...reroute(1, 'nobody', 'nowhere')],
      [...reroute(1, 'later', 'b')],
      [...reroute(1, 'second', 'nowhere')],
      [...reroute(1, 'second', 'a')],
      [...reroute(1, 'second', 'c')],
      [1, { type: 'shard.pause', shard: 'b', mode: 'drain' }],
      [...reroute(1, 'first', 'b')],
      [1, { type: 'shard.resume', shard: 'b' }],
      [...reroute(1, 'third', 'b')],
      [...reroute(1, 'second', 'b')],
      [...reroute(1, 'second', 'a')],
      [...reroute(1, 'fourth', 'b')],
      [...reroute(8, 'first', 'b')],
    );
    const plan = base({
      jobs: [
        job('first', 'a', 6, { priority: 0 }),
        job('fourth', 'a', 6, { requiredSkills: ['s'] }),
        job('later', 'a', 1, { submissionTick: 9 }),
        job('second', 'a', 6, { requiredSkills: ['s'] }),
        job('third', 'a', 6, { requiredSkills: ['t'] }),
      ],
    });
    const { events } = runReference(plan, commands);
    expect(about(events, /owner/).map((line) => line.split(' ').slice(1, 4).join(' '))).toEqual([
      'owner.rejected 0 3',
      'owner.rejected 1 8',
      'owner.rejected 2 1',
      'owner.rejected 3 10',
      'owner.rejected 4 11',
      'owner.executed 5 0',
      'owner.rejected 6 12',
      'owner.executed 7 0',
      'owner.rejected 8 13',
      'owner.executed 9 0',
      'owner.rejected 10 9',
      'owner.rejected 11 14',
      'owner.rejected 12 7',
    ]);
  });
});

describe('pausing', () => {
  test('again in another mode changes it, again in the same is refused', () => {
    const commands = schedule(
      [0, { type: 'system.resume' }],
      [0, { type: 'system.pause', mode: 'drain' }],
      [0, { type: 'system.pause', mode: 'drain' }],
      [0, { type: 'system.pause', mode: 'freeze' }],
      [1, { type: 'system.resume' }],
      [1, { type: 'shard.resume', shard: 'a' }],
      [1, { type: 'shard.pause', shard: 'nowhere', mode: 'drain' }],
    );
    expect(about(runReference(base(), commands).events, /owner|paused|resumed/)).toEqual([
      '0 owner.rejected 0 4 0',
      '0 system.paused 0 0 1',
      '0 owner.executed 1 0 3',
      '0 owner.rejected 2 4 0',
      '0 system.paused 0 0 2',
      '0 owner.executed 3 0 3',
      '1 system.resumed 0 0 0',
      '1 owner.executed 4 0 3',
      '1 owner.rejected 5 4 0',
      '1 owner.rejected 6 1 0',
    ]);
  });
});

test('commands apply by tick, then by their place in the file', () => {
  const commands = schedule(
    [3, { type: 'checkpoint.save' }],
    [1, { type: 'shard.pause', shard: 'a', mode: 'drain' }],
    [1, { type: 'shard.resume', shard: 'a' }],
  );
  expect(about(runReference(base(), commands).events, /owner/)).toEqual([
    '1 owner.executed 1 0 1',
    '1 owner.executed 2 0 1',
    '3 owner.executed 0 0 1',
  ]);
});
