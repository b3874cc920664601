import { describe, expect, test } from 'vitest';
import { RunStatus } from '../../events';
import { runReference } from '../reference';
import { job, lines, node, schedule, shard, tinyPlan } from '../tiny';

const base = (rest = {}) =>
  tinyPlan({ shards: [shard('a')], nodes: [node('n', 'a')], jobs: [job('j', 'a', 3)], ...rest });
const ends = (...of: Parameters<typeof runReference>) => {
  const { status, lastTick } = runReference(...of);
  return [status, lastTick];
};
const freeze = schedule([1, { type: 'system.pause', mode: 'freeze' }]);

describe('the end', () => {
  test('completed in the tick of the last completion; at once without jobs', () => {
    expect(ends(base())).toEqual([RunStatus.completed, 2]);
    expect(ends(base({ jobs: [] }))).toEqual([RunStatus.completed, 0]);
  });

  test('stopAfterTicks N runs ticks 0 to N - 1, and is judged before completed', () => {
    expect(ends(base({ run: { stopAfterTicks: 2 } }))).toEqual([RunStatus.stopped, 1]);
    expect(ends(base({ run: { stopAfterTicks: 3 } }))).toEqual([RunStatus.stopped, 2]);
  });

  test('run.stop ends after its tick, and later commands of that tick still apply', () => {
    const commands = schedule([1, { type: 'run.stop' }], [1, { type: 'job.cancel', jobId: 'j' }]);
    const run = runReference(base(), commands);
    expect([run.status, run.lastTick, run.jobs[0].state]).toEqual([RunStatus.stopped, 1, 'cancelled']);
  });

  test('tick-budget at maxTicks', () => {
    expect(ends(base({ run: { maxTicks: 2 } }))).toEqual([RunStatus.tickBudget, 1]);
  });

  test('commands after the end do not keep a completed run alive', () => {
    expect(ends(base(), schedule([9, { type: 'checkpoint.save' }]))).toEqual([RunStatus.completed, 2]);
  });
});

describe('stalled', () => {
  test('in the first quiet tick after which nothing is due', () => {
    expect(ends(base(), freeze)).toEqual([RunStatus.stalled, 2]);
  });

  test('checkpoints are no life', () => {
    const plan = base({ run: { checkpointIntervalTicks: 1 } });
    expect(ends(plan, freeze)).toEqual([RunStatus.stalled, 2]);
  });

  test('a future command is, whatever it is, even for a checkpoint or a job that is not there', () => {
    const more = [
      ...freeze,
      ...schedule([8, { type: 'checkpoint.save' }], [6, { type: 'job.cancel', jobId: 'x' }]),
    ];
    expect(ends(base(), more)).toEqual([RunStatus.stalled, 9]);
  });

  test('a drain pause waits for what runs', () => {
    const commands = schedule([1, { type: 'system.pause', mode: 'drain' }]);
    const plan = base({ jobs: [job('j', 'a', 5), job('k', 'a', 5)] });
    expect(ends(plan, commands)).toEqual([RunStatus.stalled, 5]);
  });

  test('a repair, a fault of the plan, a submission and a deadline are due', () => {
    const outage = { type: 'node.outage' as const, node: 'n' };
    const later = [job('j', 'a', 3), job('late', 'a', 3, { submissionTick: 7 })];
    expect(ends(base({ faults: [{ ...outage, atTick: 2, forTicks: 5 }] }), freeze)).toEqual([
      RunStatus.stalled,
      8,
    ]);
    expect(ends(base({ faults: [{ ...outage, atTick: 6 }] }), freeze)).toEqual([RunStatus.stalled, 7]);
    expect(ends(base({ jobs: later }), freeze)).toEqual([RunStatus.stalled, 8]);
    const killing = base({ deadlinesKill: true, jobs: [job('j', 'a', 3, { deadlineTicks: 9 })] });
    expect(ends(killing, freeze)).toEqual([RunStatus.completed, 8]);
  });

  test('patience is due where the router works, not where it is paused', () => {
    const hopeless = base({ nodes: [], unservablePatienceTicks: 20 });
    expect(ends(hopeless)).toEqual([RunStatus.completed, 20]);
    expect(ends(hopeless, freeze)).toEqual([RunStatus.stalled, 2]);
  });

  test('is judged before the tick budget', () => {
    expect(ends(base({ run: { maxTicks: 3 } }), freeze)).toEqual([RunStatus.stalled, 2]);
  });
});

test('checkpoints: one event a tick, by cadence or by wish, before the end', () => {
  const plan = base({ run: { checkpointIntervalTicks: 3 } });
  const save = { type: 'checkpoint.save' as const };
  const run = runReference(plan, schedule([0, save], [0, save], [2, save]));
  expect(lines(run.events).filter((line) => /checkpoint|ended/.test(line))).toEqual([
    '0 checkpoint.saved 0 0 1',
    '2 checkpoint.saved 0 0 2',
    '2 run.ended 1 0 2',
  ]);
});
