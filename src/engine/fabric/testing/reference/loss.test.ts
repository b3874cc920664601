import { describe, expect, test } from 'vitest';
import { runReference } from '../reference';
import { job, lines, node, schedule, shard, tinyPlan } from '../tiny';

const outage = (atTick: number, forTicks?: number) => ({
  type: 'node.outage' as const,
  node: 'n',
  atTick,
  forTicks,
});
const lossy = (rest = {}) =>
  tinyPlan({ shards: [shard('a')], nodes: [node('n', 'a')], jobs: [job('j', 'a', 5)], ...rest });
const about = (events: Parameters<typeof lines>[0], names: RegExp) =>
  lines(events).filter((line) => names.test(line));

describe('a node is lost', () => {
  test('what was done before this tick is kept, or restarted', () => {
    for (const [onNodeLoss, left] of [
      ['keep', 3],
      ['restart', 5],
    ] as const) {
      const { events } = runReference(lossy({ onNodeLoss, faults: [outage(2, 1)] }));
      expect(about(events, /assigned|lost|node/)).toEqual([
        '0 job.assigned 0 0 5',
        '2 node.offline 0 0 1',
        '2 job.lost 0 0 0',
        '3 node.online 0 0 0',
        `3 job.assigned 0 0 ${left}`,
      ]);
    }
  });

  test('slots are paid up to the tick before, a price per job is not owed', () => {
    for (const [unit, cost] of [
      ['tick', 14],
      ['job', 0],
      ['hour', 1],
    ] as const) {
      const amount = unit === 'hour' ? '900' : '7';
      const pricing = { amount, currency: 'C', unit };
      // 900 an hour for 2 ticks of 1 s = 0.5, half up
      const plan = lossy({
        currencies: { C: { decimals: 0 } },
        nodes: [node('n', 'a', { pricing })],
        faults: [outage(2)],
      });
      expect(lines(runReference(plan).events, 'job.lost')).toEqual([`2 job.lost 0 0 ${cost}`]);
    }
  });

  test('the job fails when its lost starts reach maxAttempts', () => {
    const faults = [outage(1, 1), outage(3, 1), outage(5, 1)];
    const run = runReference(lossy({ maxAttempts: 3, onNodeLoss: 'restart', faults }));
    expect(about(run.events, /lost|failed/)).toEqual([
      '1 job.lost 0 0 0',
      '3 job.lost 0 0 0',
      '5 job.lost 0 0 0',
      '5 job.failed 0 0 3',
    ]);
    expect(run.jobs[0].attempts).toBe(3);
  });

  test('lost jobs go back to their place in job order, before younger ones', () => {
    const plan = lossy({
      nodes: [node('n', 'a', { capacity: 2 })],
      jobs: [
        job('a', 'a', 3),
        job('b', 'a', 3, { priority: 4 }),
        job('c', 'a', 3),
        job('d', 'a', 3, { priority: 0, submissionTick: 1 }),
      ],
      faults: [outage(1, 1)],
    });
    expect(about(runReference(plan).events, /lost|assigned/).slice(2, 6)).toEqual([
      '1 job.lost 1 0 0',
      '1 job.lost 0 0 0',
      '2 job.assigned 3 0 3',
      '2 job.assigned 1 0 2',
    ]);
  });

  test('another outage only moves the repair to the later tick, silently', () => {
    const online = (...faults: object[]) => lines(runReference(lossy({ faults })).events, 'node.');
    expect(online(outage(1, 6), outage(2, 2))).toEqual(['1 node.offline 0 0 6', '7 node.online 0 0 0']);
    expect(online(outage(1, 2), outage(2, 6))).toEqual(['1 node.offline 0 0 2', '8 node.online 0 0 0']);
    expect(online(outage(1, 2), outage(2))).toEqual(['1 node.offline 0 0 2']);
    expect(online(outage(1), outage(2, 2))).toEqual(['1 node.offline 0 0 0']);
  });

  test('a repair comes before an outage of the same tick', () => {
    expect(lines(runReference(lossy({ faults: [outage(1, 2), outage(3, 1)] })).events, 'node.')).toEqual([
      '1 node.offline 0 0 2',
      '3 node.online 0 0 0',
      '3 node.offline 0 0 1',
      '4 node.online 0 0 0',
    ]);
  });

  test('a node brought back by the owner forgets its repair', () => {
    const commands = schedule([3, { type: 'node.recover', nodeId: 'n' }]);
    expect(lines(runReference(lossy({ faults: [outage(1, 4)] }), commands).events, 'node.')).toEqual([
      '1 node.offline 0 0 4',
      '3 node.online 0 0 0',
    ]);
  });

  test('an injected fault touches the lost jobs and the node', () => {
    const fault = { type: 'node.outage' as const, node: 'n', forTicks: 2 };
    const commands = schedule([1, { type: 'fault.inject', fault }], [2, { type: 'fault.inject', fault }]);
    expect(about(runReference(lossy(), commands).events, /owner|node|lost/)).toEqual([
      '1 node.offline 0 0 2',
      '1 job.lost 0 0 0',
      '1 owner.executed 0 0 2',
      '2 owner.rejected 1 6 0',
      '3 node.online 0 0 0',
    ]);
  });
});
