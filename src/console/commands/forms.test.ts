import { expect, test } from 'vitest';
import type { OwnerCommand } from '../../plan';
import { command as commandSchema } from '../../plan/fabric/schema';
import { commandOf, type Draft, draftOf, emptyDraft, FORMS } from './forms';

const COMMANDS: OwnerCommand[] = [
  { type: 'system.pause', mode: 'freeze', reason: 'dust storm' },
  { type: 'system.resume' },
  { type: 'shard.pause', shard: 'mars', mode: 'drain' },
  { type: 'shard.resume', shard: 'mars', reason: 'cleared' },
  { type: 'node.recover', nodeId: 'mars.gpu' },
  { type: 'fault.inject', fault: { type: 'node.outage', node: 'mars.gpu', forTicks: 20 } },
  { type: 'fault.inject', fault: { type: 'node.outage', node: 'mars.gpu' }, reason: 'drill' },
  { type: 'job.cancel', jobId: 'mars-0007' },
  { type: 'job.reroute', jobId: 'mars-0007', targetShard: 'helios' },
  { type: 'checkpoint.save' },
  { type: 'run.stop', reason: 'enough seen' },
];

test('a command put into its form comes out the same, and the plan room accepts it', () => {
  for (const command of COMMANDS) {
    expect(commandOf(draftOf(command))).toEqual({ command });
    expect(commandSchema.parse(command)).toEqual(command);
  }
});

test('there is a form for every command of this engine revision', () => {
  const types = commandSchema.options.map((option) => option.shape.type.value);
  expect(FORMS.map((f) => f.type).sort()).toEqual([...types].sort());
});

test('an empty form says what is missing, one thing at a time', () => {
  const missing = (draft: Draft) => (commandOf(draft) as { missing: string }).missing;
  expect(missing(emptyDraft('shard.pause'))).toBe('Choose a shard.');
  expect(missing({ ...emptyDraft('job.reroute'), values: { jobId: 'a' } })).toBe('Choose where it goes.');
  for (const forTicks of ['0', '-3', '1.5', 'soon', '99999999999'])
    expect(missing({ ...emptyDraft('fault.inject'), values: { nodeId: 'n', forTicks } })).toMatch(
      /whole number/,
    );
});
