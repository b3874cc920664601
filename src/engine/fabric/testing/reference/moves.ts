import { EventKind, FailureReason, pairOf } from '../../events';
import { costOf } from './cost';
import { type Job, latencyMs, log, type Node, runningOn, type Shard, type World } from './world';

/**
 * The moves of one job from state to state, each with its event.
 * Who may make which move when is decided by the steps of the tick.
 */

/** scheduled -> queued at home. */
export function submit(world: World, job: Job): void {
  enterQueue(job);
  log(world, EventKind.jobSubmitted, job.number, job.shard.number, job.asked.value);
}

/** queued -> running. */
export function assign(world: World, job: Job, node: Node): void {
  job.state = 'running';
  job.node = node;
  job.assignedTick = world.tick;
  if (job.firstStartTick < 0) job.firstStartTick = world.tick;
  log(world, EventKind.jobAssigned, job.number, node.number, job.remaining);
}

/** running -> completed, in step 6. */
export function complete(world: World, job: Job): void {
  const node = leaveNode(job);
  const cost = costOf(world.plan, node, world.tick - job.assignedTick + 1, true);
  end(world, job, 'completed');
  log(world, EventKind.jobCompleted, job.number, node.number, cost);
}

/** running -> queued, by the owner (step 1) or a deadline (step 6); finished work is kept. */
export function preempt(world: World, job: Job, occupiedTicks: number): void {
  const node = leaveNode(job);
  enterQueue(job);
  log(world, EventKind.jobPreempted, job.number, node.number, costOf(world.plan, node, occupiedTicks, false));
}

/** queued -> transit. */
export function depart(world: World, job: Job, to: Shard, kind: EventKind, value: number): void {
  const latency = latencyMs(world, job.shard, to);
  if (latency === null) throw new Error('a job departs only where a link leads');
  job.state = 'transit';
  job.from = job.shard;
  job.shard = to;
  job.departTick = world.tick;
  job.arriveTick = world.tick + Math.max(1, Math.ceil(latency / world.plan.fabric.tickMs));
  log(world, kind, job.number, pairOf(job.from.number, to.number), value);
}

/** transit -> queued where it was sent. */
export function arrive(world: World, job: Job): void {
  const from = leaveTransit(world, job);
  enterQueue(job);
  job.visited.add(job.shard);
  log(world, EventKind.jobArrived, job.number, pairOf(from.number, job.shard.number));
}

/** queued -> failed. */
export function fail(world: World, job: Job, reason: number): void {
  end(world, job, 'failed');
  log(world, EventKind.jobFailed, job.number, job.shard.number, reason);
}

/** Any state that is not an end -> cancelled, with what comes before it. */
export function cancel(world: World, job: Job): void {
  if (job.state === 'scheduled') submit(world, job);
  if (job.state === 'running') preempt(world, job, world.tick - job.assignedTick);
  if (job.state === 'transit') leaveTransit(world, job);
  end(world, job, 'cancelled');
  log(world, EventKind.jobCancelled, job.number, job.shard.number);
}

/** Takes an online node away, in step 1 or 2. Returns how many jobs it lost. */
export function takeOffline(world: World, node: Node, forTicks: number | undefined): number {
  const { onNodeLoss, maxAttempts } = world.plan.fabric;
  node.online = false;
  node.repairTick = world.tick + (forTicks ?? Number.POSITIVE_INFINITY);
  log(world, EventKind.nodeOffline, node.number, 0, forTicks ?? 0);
  const lost = runningOn(world, node);
  for (const job of lost) {
    leaveNode(job);
    enterQueue(job);
    if (onNodeLoss === 'restart') job.remaining = job.asked.durationTicks;
    job.attempts++;
    const cost = costOf(world.plan, node, world.tick - job.assignedTick, false);
    log(world, EventKind.jobLost, job.number, node.number, cost);
    if (job.attempts >= maxAttempts) fail(world, job, FailureReason.retriesExhausted);
  }
  return lost.length;
}

/** Brings an offline node back. */
export function bringOnline(world: World, node: Node): void {
  node.online = true;
  node.repairTick = Number.POSITIVE_INFINITY;
  log(world, EventKind.nodeOnline, node.number);
}

function enterQueue(job: Job): void {
  job.state = 'queued';
  job.unservableTicks = 0;
}

function leaveNode(job: Job): Node {
  const { node } = job;
  if (!node) throw new Error('only a running job leaves a node');
  job.node = null;
  return node;
}

function leaveTransit(world: World, job: Job): Shard {
  const { from } = job;
  if (!from) throw new Error('only a job in transit leaves it');
  job.from = null;
  job.waits.transit += world.tick - job.departTick;
  return from;
}

function end(world: World, job: Job, state: 'completed' | 'failed' | 'cancelled'): void {
  job.state = state;
  job.endTick = world.tick;
}
