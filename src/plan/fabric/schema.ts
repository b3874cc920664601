import * as z from 'zod';
import { LIMITS } from '../limits';
import { amount, id, name, note, tick, ticks, wholeNumber } from '../scalars';

/** How a shard's router chooses among the nodes that can take a job; ties go to the declared order. */
export const placement = z.enum(['declared', 'cheapest', 'least-loaded']);

export const spilloverPolicy = z.strictObject({
  target: id,
  threshold: wholeNumber.describe('Spill while the queue holds more jobs than this.'),
  maxDrainPerTick: wholeNumber.min(1).default(1).describe('Jobs this policy may spill in one tick.'),
  requiredSkills: z.array(id).default([]).describe('Only jobs that ask for all of these skills.'),
  weight: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('Among equal thresholds the heavier policy goes first.'),
});

export const router = z.strictObject({
  queueAlertThreshold: wholeNumber
    .optional()
    .describe('Queued jobs above which an alert is raised; three quarters of maxQueue when absent.'),
  spilloverPolicies: z.array(spilloverPolicy).default([]),
  placement: placement.default('declared'),
});

export const shard = z.strictObject({
  id,
  displayName: name,
  latencyBudgetMs: wholeNumber.describe('The longest link its jobs may cross, in milliseconds.'),
  startTargetTicks: ticks.default(60).describe('A job started within this many ticks started in time.'),
  maxQueue: wholeNumber.describe('Jobs that may wait here before the router spills or refuses them.'),
  spilloverTargets: z.array(id).default([]).describe('Shards that may take the overflow, in order.'),
  router: router.prefault({}),
});

export const link = z.strictObject({
  from: id,
  to: id,
  latencyMs: wholeNumber,
  oneWay: z.boolean().default(false),
});

export const pricing = z.strictObject({
  amount: amount.describe('A decimal string in whole currency, e.g. "0.00072".'),
  currency: id,
  unit: z.enum(['job', 'tick', 'hour']).describe('Per completed job, or per occupied slot and tick or hour.'),
  notes: note.optional(),
});

export const resources = z.strictObject({
  cpuCores: z.number().min(0),
  memoryGb: z.number().min(0),
  gpuClass: name.optional(),
  storageGb: z.number().min(0),
});

export const deployment = z.strictObject({
  orchestration: name,
  image: name,
  version: name,
  runtime: name,
  entrypoint: name.optional(),
  resources,
});

export const node = z.strictObject({
  id,
  region: id.describe('The shard this node works for.'),
  capacity: wholeNumber.min(1).describe('Slots; the smaller of capacity and maxConcurrency counts.'),
  maxConcurrency: wholeNumber.min(1),
  specialties: z.array(id).describe('Skills it offers; "general" serves any skill, never a compliance.'),
  heartbeatIntervalSec: z.number().positive().max(86_400),
  missedHeartbeatsToOffline: wholeNumber.min(1).default(3),
  endpoint: name.optional(),
  deployment: deployment.optional(),
  availabilityZones: z.array(name).default([]),
  pricing: pricing.optional(),
  compliance: z.array(id).default([]),
  tags: z.array(name).default([]),
});

export const arrival = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), atTick: tick.default(0) }),
  z.strictObject({ kind: z.literal('window'), fromTick: tick, toTick: tick }),
  z.strictObject({
    kind: z.literal('poisson'),
    fromTick: tick.default(0),
    meanIntervalTicks: z.number().positive(),
  }),
]);

export const duration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), ticks }),
  z.strictObject({ kind: z.literal('uniform'), minTicks: ticks, maxTicks: ticks }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(z.strictObject({ ticks, weight: wholeNumber.min(1) })).min(1),
  }),
]);

/** Many jobs of one kind; ids are `<idPrefix>-0001`, padded to four digits or as many as `count` needs. */
export const workloadEntry = z.strictObject({
  idPrefix: id,
  title: name.optional().describe('What this kind of job is, for people.'),
  shard: id,
  count: wholeNumber.min(1).max(LIMITS.jobs),
  requiredSkills: z.array(id).default([]),
  requiredCompliance: z.array(id).default([]),
  duration,
  arrival: arrival.prefault({ kind: 'at' }),
  value: wholeNumber,
  valueStep: wholeNumber.default(0).describe('Added to the value of each following job.'),
  priority: z.number().int().min(0).max(9).default(5).describe('0 goes first.'),
  deadlineTicks: ticks.optional(),
  note: note.optional(),
});

export const job = z.strictObject({
  id,
  shard: id.describe('Home shard.'),
  requiredSkills: z.array(id).default([]),
  requiredCompliance: z.array(id).default([]),
  estimatedDurationTicks: ticks,
  value: wholeNumber,
  submissionTick: tick.default(0),
  priority: z.number().int().min(0).max(9).default(5),
  deadlineTicks: ticks.optional(),
});

export const nodeOutage = z.strictObject({
  type: z.literal('node.outage'),
  node: id,
  forTicks: ticks.optional().describe('Repaired after this many ticks; never, when absent.'),
});
/** A fault as an owner command carries it; the command's own tick says when. */
export const faultToInject = z.discriminatedUnion('type', [nodeOutage]);
/** A fault as a plan carries it. */
export const fault = z.discriminatedUnion('type', [nodeOutage.extend({ atTick: tick })]);

export const owner = z.strictObject({
  name: name.default('Owner'),
  address: name.optional(),
  multisig: name.optional(),
  pauseRole: name.optional(),
});

export const fabric = z.strictObject({
  tickMs: wholeNumber.min(1).default(1000).describe('Milliseconds of mission time in one tick.'),
  owner: owner.prefault({}),
  currencies: z
    .record(id, z.strictObject({ decimals: z.number().int().min(0).max(18) }))
    .default({ USDC: { decimals: 6 } }),
  shards: z.array(shard).min(1).max(LIMITS.shards),
  links: z.array(link).max(LIMITS.links).default([]),
  nodes: z.array(node).max(LIMITS.nodes),
  workload: z.strictObject({
    entries: z.array(workloadEntry).default([]),
    jobs: z.array(job).max(LIMITS.jobs).default([]),
  }),
  faults: z.array(fault).max(LIMITS.faults).default([]),
  unservablePatienceTicks: ticks.default(60).describe('A job no active node can serve fails after this.'),
  maxAttempts: wholeNumber.min(1).default(5).describe('Starts a job may lose to lost nodes before it fails.'),
  hopLimit: wholeNumber.default(4).describe('Times a job may be spilled.'),
  onNodeLoss: z
    .enum(['keep', 'restart'])
    .default('keep')
    .describe('What becomes of finished work on a lost node.'),
  deadlinesKill: z.boolean().default(false).describe('Whether a job past its deadline fails.'),
});

const pauseMode = z.enum(['drain', 'freeze']).default('drain');
const reason = note.optional();
const type = <T extends string>(value: T) => z.literal(value);

/** Every owner command of this engine revision, by `type`. */
export const command = z.discriminatedUnion('type', [
  z.strictObject({ type: type('system.pause'), mode: pauseMode, reason }),
  z.strictObject({ type: type('system.resume'), reason }),
  z.strictObject({ type: type('shard.pause'), shard: id, mode: pauseMode, reason }),
  z.strictObject({ type: type('shard.resume'), shard: id, reason }),
  z.strictObject({ type: type('node.recover'), nodeId: id, reason }),
  z.strictObject({ type: type('job.cancel'), jobId: id, reason }),
  z.strictObject({ type: type('job.reroute'), jobId: id, targetShard: id, reason }),
  z.strictObject({ type: type('fault.inject'), fault: faultToInject, reason }),
  z.strictObject({ type: type('checkpoint.save'), reason }),
  z.strictObject({ type: type('run.stop'), reason }),
]);

export const scheduledCommand = z.strictObject({ tick, command, note: note.optional() });
