import type { OwnerCommand } from '../../plan';
import type { CommandsView } from '../../report';

type Row = CommandsView['rows'][number];
const row = (sequence: number, tick: number, words: string, command: OwnerCommand, effect: string): Row => ({
  sequence,
  tick,
  type: command.type,
  words,
  command,
  note: null,
  origin: 'plan',
  outcome: 'executed',
  reason: null,
  effect,
});

/** The owner's schedule in the mock, as it ends. */
export const SCHEDULE: Row[] = [
  row(0, 90, 'Save a checkpoint', { type: 'checkpoint.save' }, 'Checkpoint 1 saved.'),
  row(
    1,
    118,
    'Bring mars.gpu-helion back',
    { type: 'node.recover', nodeId: 'mars.gpu-helion' },
    '1 node is back.',
  ),
  row(
    2,
    150,
    'Cancel earth-archive-0040',
    { type: 'job.cancel', jobId: 'earth-archive-0040' },
    '1 job cancelled.',
  ),
  {
    ...row(3, 180, 'Pause Luna', { type: 'shard.pause', shard: 'lunar', mode: 'drain' }, ''),
    outcome: 'rejected',
    reason: 'There is no shard called "lunar".',
    effect: null,
  },
  row(4, 240, 'Pause the fabric', { type: 'system.pause', mode: 'drain' }, '4 shards paused.'),
  row(5, 246, 'Resume the fabric', { type: 'system.resume' }, '4 shards resumed.'),
  row(6, 400, 'Save a checkpoint', { type: 'checkpoint.save' }, 'Checkpoint 2 saved.'),
];

/** Rows as they stand after `tick`: what lies ahead is only scheduled. */
export function commandsAt(live: Row[], tick: number): CommandsView {
  const rows = [...SCHEDULE, ...live].sort((a, b) => a.tick - b.tick || a.sequence - b.sequence);
  return {
    rows: rows.map((r) => (r.tick <= tick ? r : { ...r, outcome: 'scheduled', reason: null, effect: null })),
  };
}
