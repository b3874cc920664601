import {
  EVENT_NAMES,
  EventKind,
  FAILURE_REASONS,
  PAUSE_MODES,
  REJECTIONS,
  RUN_STATUSES,
  SPILL_CAUSES,
} from '../../engine';

/** Where a field of `data` stands in a row: a column, or one half of the pair in `b`. */
type Slot = 'a' | 'b' | 'value' | 'from' | 'to';
/** How the number is told: as an id of the dictionary, as a word of a list, or as itself. */
export type Codec = 'job' | 'node' | 'shard' | 'integer' | readonly string[];
export interface Field {
  name: string;
  slot: Slot;
  codec: Codec;
}

const field = (name: string, slot: Slot, codec: Codec): Field => ({ name, slot, codec });
const job = field('job', 'a', 'job');
const onNode = field('node', 'b', 'node');
const inShard = field('shard', 'b', 'shard');
const moved = [job, field('from', 'from', 'shard'), field('to', 'to', 'shard')];
const charged = [job, onNode, field('cost', 'value', 'integer')];

/**
 * What `data` holds for each kind of event, in this order. Together the fields are the whole row: a column that no
 * field names is 0. Part of the format of events.ndjson (docs/formats.md).
 */
export const EVENT_FIELDS: Readonly<Record<EventKind, readonly Field[]>> = {
  [EventKind.runStarted]: [field('engineRevision', 'value', 'integer')],
  [EventKind.runEnded]: [field('status', 'a', RUN_STATUSES), field('lastTick', 'value', 'integer')],
  [EventKind.checkpointSaved]: [field('checkpoints', 'value', 'integer')],
  [EventKind.ownerExecuted]: [field('sequence', 'a', 'integer'), field('touched', 'value', 'integer')],
  [EventKind.ownerRejected]: [field('sequence', 'a', 'integer'), field('reason', 'b', REJECTIONS)],
  [EventKind.systemPaused]: [field('mode', 'value', PAUSE_MODES)],
  [EventKind.systemResumed]: [],
  [EventKind.shardPaused]: [field('shard', 'a', 'shard'), field('mode', 'value', PAUSE_MODES)],
  [EventKind.shardResumed]: [field('shard', 'a', 'shard')],
  [EventKind.shardAlert]: [field('shard', 'a', 'shard'), field('queued', 'value', 'integer')],
  [EventKind.shardCalm]: [field('shard', 'a', 'shard'), field('queued', 'value', 'integer')],
  [EventKind.nodeOffline]: [field('node', 'a', 'node'), field('forTicks', 'value', 'integer')],
  [EventKind.nodeOnline]: [field('node', 'a', 'node')],
  [EventKind.jobSubmitted]: [job, inShard, field('value', 'value', 'integer')],
  [EventKind.jobAssigned]: [job, onNode, field('remainingTicks', 'value', 'integer')],
  [EventKind.jobCompleted]: charged,
  [EventKind.jobSpilled]: [...moved, field('cause', 'value', SPILL_CAUSES)],
  [EventKind.jobRerouted]: moved,
  [EventKind.jobArrived]: moved,
  [EventKind.jobLost]: charged,
  [EventKind.jobPreempted]: charged,
  [EventKind.jobFailed]: [job, inShard, field('reason', 'value', FAILURE_REASONS)],
  [EventKind.jobCancelled]: [job, inShard],
};

export const KIND_OF_NAME: ReadonlyMap<string, EventKind> = new Map(
  Object.values(EventKind).map((kind) => [EVENT_NAMES[kind], kind]),
);

/** The `type` of an event, also of one that this version does not know. */
export function eventName(kind: number): string {
  return EVENT_NAMES[kind as EventKind] ?? `unknown.${kind}`;
}
