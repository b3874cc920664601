import { expect, test } from 'vitest';
import { Engine, JobState } from '../../engine';
import type { OwnerCommand } from '../../plan';
import { tinyMission } from '../testing/missions';
import { previewOf } from './preview';

const { plan } = tinyMission();
const shard = plan.fabric.shards[0].id;

function engineAt(tick: number): Engine {
  const engine = new Engine(plan);
  engine.advanceTo(tick);
  return engine;
}
function jobIn(engine: Engine, state: number): string {
  const { jobs, jobSet } = engine.tables;
  return jobSet.nameOf(jobs.state.indexOf(state));
}
const words = (engine: Engine, command: OwnerCommand) => {
  const { words, rejected } = previewOf(engine, command);
  return rejected ?? words;
};

test('a pause says what stops and what goes on', () => {
  const engine = engineAt(10);
  expect(words(engine, { type: 'system.pause', mode: 'drain' })).toMatch(
    /^All \d+ shards stop routing; \d+ running jobs? finish(es)?\.$/,
  );
  expect(words(engine, { type: 'shard.pause', shard, mode: 'freeze' })).toContain('still');
  expect(words(engine, { type: 'shard.resume', shard })).toBe('That was so already.');
});

test('an outage counts the work that goes back to the queue', () => {
  const engine = engineAt(20);
  const busy = engine.tables.usedSlots.findIndex((used) => used > 1);
  const node = plan.fabric.nodes[busy].id;
  const used = engine.tables.usedSlots[busy];
  expect(words(engine, { type: 'fault.inject', fault: { type: 'node.outage', node, forTicks: 5 } })).toBe(
    `${node} goes offline for 5 ticks; ${used} running jobs go back to the queue.`,
  );
  expect(words(engine, { type: 'node.recover', nodeId: node })).toBe('The node is not offline.');
});

test('a job is cancelled for good, which is told; one that ended is not', () => {
  const engine = engineAt(20);
  const queued = jobIn(engine, JobState.queued);
  const preview = previewOf(engine, { type: 'job.cancel', jobId: queued });
  expect(preview).toEqual({
    words: `${queued} is queued and would be cancelled for good.`,
    rejected: null,
    irreversible: true,
  });
  const done = jobIn(engine, JobState.completed);
  expect(words(engine, { type: 'job.cancel', jobId: done })).toBe('The job has ended already.');
  expect(words(engine, { type: 'job.cancel', jobId: 'nobody' })).toBe('There is no such job.');
});

test('previews change nothing, and an ended run takes none', () => {
  const engine = engineAt(20);
  const before = engine.snapshot();
  words(engine, { type: 'run.stop' });
  words(engine, { type: 'checkpoint.save' });
  words(engine, {
    type: 'job.reroute',
    jobId: jobIn(engine, JobState.queued),
    targetShard: plan.fabric.shards[1].id,
  });
  expect(new Uint8Array(engine.snapshot())).toEqual(new Uint8Array(before));
  engine.advanceTo(plan.run.maxTicks);
  expect(words(engine, { type: 'run.stop' })).toContain('has ended');
});
