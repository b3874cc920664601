import { FAILURE_REASONS, REJECTIONS, SPILL_CAUSES, WAIT_REASONS } from '../../engine';

/** Why jobs failed, to stand after "because"; by failure reason number. */
export const BECAUSE: readonly string[] = [
  '',
  'the queue was full and no other shard could take the work',
  'no active node within reach could do the work',
  'nodes were lost under the work too often',
  'the deadline passed',
  'the work had been passed on as often as the plan allows',
];

/** What a director can do about each failure reason. */
export const REMEDIES: readonly string[] = [
  '',
  'raise the queue limit, add slots, or give the shard a spillover target with room',
  'add a node with the missing skills, or a link to a shard that has one',
  'give the nodes shorter outages, or allow more attempts',
  'add slots, raise the priority of urgent work, or allow a later deadline',
  'allow more hops, or let the first spillover target have more room',
];

/** Why a command was rejected, as a sentence; by rejection number. */
export const REJECTED_BECAUSE: readonly string[] = [
  '',
  'There is no such shard.',
  'There is no such node.',
  'There is no such job.',
  'That was so already.',
  'The node is not offline.',
  'The node is offline already.',
  'The job has ended already.',
  'The job has not been submitted yet.',
  'The job is on its way between two shards.',
  'The job is in that shard already.',
  'No link leads there.',
  'That shard is paused.',
  'No active node there can do the work.',
  'That shard has no room.',
];

/** Why a job was passed on, to stand behind a comma; by spill cause number. */
export const SPILLED_BECAUSE: readonly string[] = [
  '',
  'since no active node here can do the work',
  'as the spillover policy says',
  'since the queue is over its limit',
];

/** Why jobs waited, for people; by wait reason. */
export const WAITED_FOR: readonly string[] = [
  'for a free slot',
  'for a node with the skill',
  'because the router was paused',
  'on the way between shards',
];

if (
  BECAUSE.length !== FAILURE_REASONS.length ||
  REMEDIES.length !== FAILURE_REASONS.length ||
  REJECTED_BECAUSE.length !== REJECTIONS.length ||
  SPILLED_BECAUSE.length !== SPILL_CAUSES.length ||
  WAITED_FOR.length !== WAIT_REASONS.length
)
  throw new Error('every reason of the engine has its words');
