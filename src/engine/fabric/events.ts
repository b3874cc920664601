/**
 * The events of the fabric. Numbers are part of the format (they are hashed): never reuse one.
 * Columns of an event: tick, kind, a, b, value; what a, b and value hold is said for each kind.
 */
export const EventKind = {
  /** value = engine revision */
  runStarted: 1,
  /** a = RunStatus, value = last tick */
  runEnded: 2,
  /** value = checkpoints so far */
  checkpointSaved: 3,
  /** a = command sequence, value = things touched */
  ownerExecuted: 4,
  /** a = command sequence, b = Rejection */
  ownerRejected: 5,
  /** value = PauseMode */
  systemPaused: 6,
  systemResumed: 7,
  /** a = shard, value = PauseMode */
  shardPaused: 8,
  /** a = shard */
  shardResumed: 9,
  /** a = shard, value = queue length */
  shardAlert: 10,
  /** a = shard, value = queue length */
  shardCalm: 11,
  /** a = node, value = ticks until repair, 0 = never */
  nodeOffline: 12,
  /** a = node */
  nodeOnline: 13,
  /** a = job, b = shard, value = job value */
  jobSubmitted: 20,
  /** a = job, b = node, value = remaining ticks */
  jobAssigned: 21,
  /** a = job, b = node, value = cost */
  jobCompleted: 22,
  /** a = job, b = pair, value = SpillCause */
  jobSpilled: 23,
  /** a = job, b = pair; by the owner */
  jobRerouted: 24,
  /** a = job, b = pair */
  jobArrived: 25,
  /** a = job, b = node, value = cost; the node was lost */
  jobLost: 26,
  /** a = job, b = node, value = cost; taken off its node by owner or deadline */
  jobPreempted: 27,
  /** a = job, b = shard, value = FailureReason */
  jobFailed: 28,
  /** a = job, b = shard */
  jobCancelled: 29,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

/** Text name of each kind, as `type` in events.ndjson. */
export const EVENT_NAMES: Readonly<Record<EventKind, string>> = {
  1: 'run.started',
  2: 'run.ended',
  3: 'checkpoint.saved',
  4: 'owner.executed',
  5: 'owner.rejected',
  6: 'system.paused',
  7: 'system.resumed',
  8: 'shard.paused',
  9: 'shard.resumed',
  10: 'shard.alert',
  11: 'shard.calm',
  12: 'node.offline',
  13: 'node.online',
  20: 'job.submitted',
  21: 'job.assigned',
  22: 'job.completed',
  23: 'job.spilled',
  24: 'job.rerouted',
  25: 'job.arrived',
  26: 'job.lost',
  27: 'job.preempted',
  28: 'job.failed',
  29: 'job.cancelled',
};

export const JobState = {
  scheduled: 0,
  queued: 1,
  transit: 2,
  running: 3,
  completed: 4,
  failed: 5,
  cancelled: 6,
} as const;
export type JobState = (typeof JobState)[keyof typeof JobState];
export const JOB_STATES = [
  'scheduled',
  'queued',
  'transit',
  'running',
  'completed',
  'failed',
  'cancelled',
] as const;

export const PauseMode = { none: 0, drain: 1, freeze: 2 } as const;
export type PauseMode = (typeof PauseMode)[keyof typeof PauseMode];
export const PAUSE_MODES = ['none', 'drain', 'freeze'] as const;

/** Names by number; index 0 is no reason at all. */
export const FAILURE_REASONS = [
  '',
  'queue-full',
  'no-eligible-node',
  'retries-exhausted',
  'deadline-missed',
  'hop-limit',
] as const;
export const FailureReason = {
  queueFull: 1,
  noEligibleNode: 2,
  retriesExhausted: 3,
  deadlineMissed: 4,
  hopLimit: 5,
} as const;
export const RUN_STATUSES = ['running', 'completed', 'stopped', 'stalled', 'tick-budget'] as const;
export type RunStatusName = (typeof RUN_STATUSES)[number];
export const RunStatus = { running: 0, completed: 1, stopped: 2, stalled: 3, tickBudget: 4 } as const;
export type RunStatus = (typeof RunStatus)[keyof typeof RunStatus];
export const SPILL_CAUSES = ['', 'unservable', 'policy', 'overflow'] as const;
export const SpillCause = { unservable: 1, policy: 2, overflow: 3 } as const;
export const REJECTIONS = [
  '',
  'unknown-shard',
  'unknown-node',
  'unknown-job',
  'no-change',
  'not-offline',
  'already-offline',
  'already-ended',
  'not-submitted',
  'in-transit',
  'same-shard',
  'no-link',
  'target-paused',
  'target-cannot-serve',
  'target-full',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** Two shards in one number; decodes with `pairFrom` and `pairTo`. */
export const pairOf = (from: number, to: number): number => from * 256 + to;
export const pairFrom = (pair: number): number => pair >>> 8;
export const pairTo = (pair: number): number => pair & 255;

/** Why a queued job waited, in ticks; order of the wait columns. */
export const WAIT_REASONS = ['slot', 'skill', 'paused', 'transit'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];
