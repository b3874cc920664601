import * as z from 'zod/mini';
import {
  type command,
  fabric,
  type fault,
  type job,
  type link,
  type node,
  scheduledCommand,
  type shard,
  type workloadEntry,
} from './fabric/schema';
import { LIMITS } from './limits';
import { described, id, integer, name, note, tick, ticks } from './scalars';

export const MISSION_FORMAT = 'orrery.mission/1';

/**
 * The behaviour of the engine as a number. It changes whenever the same plan and commands could
 * lead to other events; golden digests fail the tests when that happens without a new number.
 */
export const ENGINE_REVISION = 1;

export const run = z.strictObject({
  maxTicks: described(z._default(ticks, 1_000_000), 'The run ends here with status "tick-budget".'),
  stopAfterTicks: described(z.optional(ticks), 'N runs ticks 0 to N-1 and then stops.'),
  checkpointIntervalTicks: described(
    z.optional(ticks),
    'A checkpoint every so many ticks; none when absent.',
  ),
});

const label = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9][a-z0-9._-]{0,63}$/,
      'is not a folder name (small letters, digits, dot, dash, underscore)',
    ),
  );

const planFields = {
  format: z.literal(MISSION_FORMAT),
  engineRevision: z._default(integer(1), ENGINE_REVISION),
  title: name.check(z.minLength(1)),
  summary: z._default(note, ''),
  author: z.optional(name),
  label: described(label, 'Names the report folder.'),
  seed: described(z._default(id, 'orrery'), 'Root of every random stream.'),
  run: z.prefault(run, {}),
  fabric,
};

/** A mission as a file carries it: the plan and the owner's schedule. */
export const mission = z.strictObject({
  ...planFields,
  commands: z._default(z.array(scheduledCommand).check(z.maxLength(LIMITS.commands)), []),
});
/** A plan with every default filled: what the engine runs. */
export const plan = z.strictObject(planFields);

export type Mission = z.output<typeof mission>;
export type Plan = z.output<typeof plan>;
export type FabricPlan = z.output<typeof fabric>;
export type ShardPlan = z.output<typeof shard>;
export type LinkPlan = z.output<typeof link>;
export type NodePlan = z.output<typeof node>;
export type WorkloadEntry = z.output<typeof workloadEntry>;
export type JobPlan = z.output<typeof job>;
export type FaultPlan = z.output<typeof fault>;
export type OwnerCommand = z.output<typeof command>;
export type OwnerCommandType = OwnerCommand['type'];
export type ScheduledCommand = z.output<typeof scheduledCommand>;
export { tick as tickSchema };
