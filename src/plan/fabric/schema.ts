import * as z from 'zod/mini';
import { LIMITS } from '../limits';
import {
  amount,
  described,
  id,
  integer,
  name,
  note,
  positiveInteger,
  tick,
  ticks,
  wholeNumber,
} from '../scalars';

/** How a shard's router chooses among the nodes that can take a job; ties go to the declared order. */
export const placement = z.enum(['declared', 'cheapest', 'least-loaded']);

export const spilloverPolicy = z.strictObject({
  target: id,
  threshold: described(wholeNumber, 'Spill while the queue holds more jobs than this.'),
  maxDrainPerTick: described(z._default(positiveInteger, 1), 'Jobs this policy may spill in one tick.'),
  requiredSkills: described(z._default(z.array(id), []), 'Only jobs that ask for all of these skills.'),
  weight: described(z._default(integer(0), 0), 'Among equal thresholds the heavier policy goes first.'),
});

export const router = z.strictObject({
  queueAlertThreshold: described(
    z.optional(wholeNumber),
    'Queued jobs above which an alert is raised; three quarters of maxQueue when absent.',
  ),
  spilloverPolicies: z._default(z.array(spilloverPolicy), []),
  placement: z._default(placement, 'declared'),
});

export const shard = z.strictObject({
  id,
  displayName: name,
  latencyBudgetMs: described(wholeNumber, 'The longest link its jobs may cross, in milliseconds.'),
  startTargetTicks: described(z._default(ticks, 60), 'A job started within this many ticks started in time.'),
  maxQueue: described(wholeNumber, 'Jobs that may wait here before the router spills or refuses them.'),
  spilloverTargets: described(z._default(z.array(id), []), 'Shards that may take the overflow, in order.'),
  router: z.prefault(router, {}),
});

export const link = z.strictObject({
  from: id,
  to: id,
  latencyMs: wholeNumber,
  oneWay: z._default(z.boolean(), false),
});

export const pricing = z.strictObject({
  amount: described(amount, 'A decimal string in whole currency, e.g. "0.00072".'),
  currency: id,
  unit: described(
    z.enum(['job', 'tick', 'hour']),
    'Per completed job, or per occupied slot and tick or hour.',
  ),
  notes: z.optional(note),
});

export const resources = z.strictObject({
  cpuCores: z.number().check(z.gte(0)),
  memoryGb: z.number().check(z.gte(0)),
  gpuClass: z.optional(name),
  storageGb: z.number().check(z.gte(0)),
});

export const deployment = z.strictObject({
  orchestration: name,
  image: name,
  version: name,
  runtime: name,
  entrypoint: z.optional(name),
  resources,
});

export const node = z.strictObject({
  id,
  region: described(id, 'The shard this node works for.'),
  capacity: described(positiveInteger, 'Slots; the smaller of capacity and maxConcurrency counts.'),
  maxConcurrency: positiveInteger,
  specialties: described(z.array(id), 'Skills it offers; "general" serves any skill, never a compliance.'),
  heartbeatIntervalSec: z.number().check(z.positive(), z.lte(86_400)),
  missedHeartbeatsToOffline: z._default(positiveInteger, 3),
  endpoint: z.optional(name),
  deployment: z.optional(deployment),
  availabilityZones: z._default(z.array(name), []),
  pricing: z.optional(pricing),
  compliance: z._default(z.array(id), []),
  tags: z._default(z.array(name), []),
});

export const arrival = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), atTick: z._default(tick, 0) }),
  z.strictObject({ kind: z.literal('window'), fromTick: tick, toTick: tick }),
  z.strictObject({
    kind: z.literal('poisson'),
    fromTick: z._default(tick, 0),
    meanIntervalTicks: z.number().check(z.positive()),
  }),
]);

export const duration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), ticks }),
  z.strictObject({ kind: z.literal('uniform'), minTicks: ticks, maxTicks: ticks }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(z.strictObject({ ticks, weight: positiveInteger })).check(z.minLength(1)),
  }),
]);

/** Many jobs of one kind; ids are `<idPrefix>-0001`, padded to four digits or as many as `count` needs. */
export const workloadEntry = z.strictObject({
  idPrefix: id,
  title: described(z.optional(name), 'What this kind of job is, for people.'),
  shard: id,
  count: positiveInteger.check(z.lte(LIMITS.jobs)),
  requiredSkills: z._default(z.array(id), []),
  requiredCompliance: z._default(z.array(id), []),
  duration,
  arrival: z.prefault(arrival, { kind: 'at' }),
  value: wholeNumber,
  valueStep: described(z._default(wholeNumber, 0), 'Added to the value of each following job.'),
  priority: described(z._default(integer(0, 9), 5), '0 goes first.'),
  deadlineTicks: z.optional(ticks),
  note: z.optional(note),
});

export const job = z.strictObject({
  id,
  shard: described(id, 'Home shard.'),
  requiredSkills: z._default(z.array(id), []),
  requiredCompliance: z._default(z.array(id), []),
  estimatedDurationTicks: ticks,
  value: wholeNumber,
  submissionTick: z._default(tick, 0),
  priority: z._default(integer(0, 9), 5),
  deadlineTicks: z.optional(ticks),
});

export const nodeOutage = z.strictObject({
  type: z.literal('node.outage'),
  node: id,
  forTicks: described(z.optional(ticks), 'Repaired after this many ticks; never, when absent.'),
});
/** A fault as an owner command carries it; the command's own tick says when. */
export const faultToInject = z.discriminatedUnion('type', [nodeOutage]);
/** A fault as a plan carries it. */
export const fault = z.discriminatedUnion('type', [z.extend(nodeOutage, { atTick: tick })]);

export const owner = z.strictObject({
  name: z._default(name, 'Owner'),
  address: z.optional(name),
  multisig: z.optional(name),
  pauseRole: z.optional(name),
});

export const fabric = z.strictObject({
  tickMs: described(z._default(positiveInteger, 1000), 'Milliseconds of mission time in one tick.'),
  owner: z.prefault(owner, {}),
  currencies: z._default(z.record(id, z.strictObject({ decimals: integer(0, 18) })), {
    USDC: { decimals: 6 },
  }),
  shards: z.array(shard).check(z.minLength(1), z.maxLength(LIMITS.shards)),
  links: z._default(z.array(link).check(z.maxLength(LIMITS.links)), []),
  nodes: z.array(node).check(z.maxLength(LIMITS.nodes)),
  workload: z.strictObject({
    entries: z._default(z.array(workloadEntry), []),
    jobs: z._default(z.array(job).check(z.maxLength(LIMITS.jobs)), []),
  }),
  faults: z._default(z.array(fault).check(z.maxLength(LIMITS.faults)), []),
  unservablePatienceTicks: described(
    z._default(ticks, 60),
    'A job no active node can serve fails after this.',
  ),
  maxAttempts: described(
    z._default(positiveInteger, 5),
    'Starts a job may lose to lost nodes before it fails.',
  ),
  hopLimit: described(z._default(wholeNumber, 4), 'Times a job may be spilled.'),
  onNodeLoss: described(
    z._default(z.enum(['keep', 'restart']), 'keep'),
    'What becomes of finished work on a lost node.',
  ),
  deadlinesKill: described(z._default(z.boolean(), false), 'Whether a job past its deadline fails.'),
});

const pauseMode = z._default(z.enum(['drain', 'freeze']), 'drain');
const reason = z.optional(note);
const type = <T extends string>(value: T) => Object.assign(z.literal(value), { value });

const commands = [
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
] as const;

/** Every owner command of this engine revision, by `type`. Forms and tests list them by `options`, which zod/mini leaves out. */
export const command = Object.assign(z.discriminatedUnion('type', commands), { options: commands });

export const scheduledCommand = z.strictObject({ tick, command, note: z.optional(note) });
