import type { LinkPlan, NodePlan, Plan, ShardPlan } from '../../../../plan';
import { type EventKind, PauseMode } from '../../events';
import type { AskedJob } from './expand-jobs';

/**
 * The whole state of the reference model: plain objects, found by walking over them.
 * It is a second reading of docs/fabric-rules.md, so nothing here is made fast or shared with the engine.
 */
export interface World {
  plan: Plan;
  tick: number;
  events: ReferenceEvent[];
  shards: Shard[];
  nodes: Node[];
  jobs: Job[];
  systemPause: PauseMode;
  checkpoints: number;
  /** Asked for in this tick. */
  checkpointAsked: boolean;
  stopAsked: boolean;
}

export interface ReferenceEvent {
  tick: number;
  kind: EventKind;
  a: number;
  b: number;
  value: number;
}

export interface Shard {
  number: number;
  plan: ShardPlan;
  ownPause: PauseMode;
  alert: boolean;
}

export interface Node {
  number: number;
  plan: NodePlan;
  shard: Shard;
  slots: number;
  online: boolean;
  /** Infinity = never; only meaningful while offline. */
  repairTick: number;
}

export interface Job {
  number: number;
  asked: AskedJob;
  home: Shard;
  state: 'scheduled' | 'queued' | 'transit' | 'running' | 'completed' | 'failed' | 'cancelled';
  /** Where it is; in transit: where it was sent. */
  shard: Shard;
  /** In transit: where it left and when, and when it arrives. */
  from: Shard | null;
  departTick: number;
  arriveTick: number;
  /** Running: on which node and since when. */
  node: Node | null;
  assignedTick: number;
  remaining: number;
  attempts: number;
  hops: number;
  visited: Set<Shard>;
  /** Ticks in a row, here, without an active node that serves it. */
  unservableTicks: number;
  firstStartTick: number;
  endTick: number;
  waits: { slot: number; skill: number; paused: number; transit: number };
}

/** The state before tick 0. */
export function createWorld(plan: Plan, asked: AskedJob[]): World {
  const shards = plan.fabric.shards.map((shard, number) => ({
    number,
    plan: shard,
    ownPause: PauseMode.none as PauseMode,
    alert: false,
  }));
  const shardOf = (id: string): Shard => {
    const found = shards.find((shard) => shard.plan.id === id);
    if (!found) throw new Error(`the plan has no shard "${id}"`);
    return found;
  };
  const nodes = plan.fabric.nodes.map((node, number) => ({
    number,
    plan: node,
    shard: shardOf(node.region),
    slots: Math.min(node.capacity, node.maxConcurrency),
    online: true,
    repairTick: Number.POSITIVE_INFINITY,
  }));
  const jobs = asked.map((job, number): Job => {
    const home = shardOf(job.shard);
    return {
      number,
      asked: job,
      home,
      state: 'scheduled',
      shard: home,
      from: null,
      departTick: -1,
      arriveTick: -1,
      node: null,
      assignedTick: -1,
      remaining: job.durationTicks,
      attempts: 0,
      hops: 0,
      visited: new Set([home]),
      unservableTicks: 0,
      firstStartTick: -1,
      endTick: -1,
      waits: { slot: 0, skill: 0, paused: 0, transit: 0 },
    };
  });
  return {
    plan,
    tick: 0,
    events: [],
    shards,
    nodes,
    jobs,
    systemPause: PauseMode.none,
    checkpoints: 0,
    checkpointAsked: false,
    stopAsked: false,
  };
}

/** Logs one event of this tick. */
export function log(world: World, kind: EventKind, a = 0, b = 0, value = 0): void {
  world.events.push({ tick: world.tick, kind, a, b, value });
}

export const shardById = (world: World, id: string) => world.shards.find((shard) => shard.plan.id === id);
export const nodeById = (world: World, id: string) => world.nodes.find((node) => node.plan.id === id);
export const jobById = (world: World, id: string) => world.jobs.find((job) => job.asked.id === id);

/** These jobs by (priority, number), as a new list. */
export function inJobOrder(jobs: Job[]): Job[] {
  return [...jobs].sort((x, y) => x.asked.priority - y.asked.priority || x.number - y.number);
}

/** The shard's queue, head first. */
export function queueOf(world: World, shard: Shard): Job[] {
  return inJobOrder(world.jobs.filter((job) => job.state === 'queued' && job.shard === shard));
}

/** Jobs running on a node, in job order. */
export function runningOn(world: World, node: Node): Job[] {
  return inJobOrder(world.jobs.filter((job) => job.node === node));
}

/** Jobs on their way to a shard. */
export const inboundTo = (world: World, shard: Shard) =>
  world.jobs.filter((job) => job.state === 'transit' && job.shard === shard);

/** The stronger of the system's and the shard's own pause. */
export function effectivePause(world: World, shard: Shard): PauseMode {
  return Math.max(world.systemPause, shard.ownPause) as PauseMode;
}

/** Whether a node's tags answer a job's, whatever the node's status. */
export function serves(node: Node, job: Job): boolean {
  const { specialties, compliance } = node.plan;
  const skilled = specialties.includes('general') || job.asked.skills.every((s) => specialties.includes(s));
  return skilled && job.asked.compliance.every((tag) => compliance.includes(tag));
}

/** Whether some active node of the shard serves the job. */
export const servedIn = (world: World, shard: Shard, job: Job) =>
  world.nodes.some((node) => node.shard === shard && node.online && serves(node, job));

/** Latency of the link from one shard to another in ms, or null without one. */
export function latencyMs(world: World, from: Shard, to: Shard): number | null {
  const leads = (link: LinkPlan) =>
    (link.from === from.plan.id && link.to === to.plan.id) ||
    (!link.oneWay && link.from === to.plan.id && link.to === from.plan.id);
  return world.plan.fabric.links.find(leads)?.latencyMs ?? null;
}
