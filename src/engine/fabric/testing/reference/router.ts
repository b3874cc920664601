import { EventKind, FailureReason, PauseMode, SpillCause } from '../../events';
import { costOf } from './cost';
import { assign, depart, fail } from './moves';
import {
  effectivePause,
  inboundTo,
  type Job,
  latencyMs,
  log,
  type Node,
  queueOf,
  runningOn,
  type Shard,
  servedIn,
  serves,
  shardById,
  type World,
} from './world';

/** Step 5: every router that is not paused, shards in order. */
export function runRouters(world: World): void {
  for (const shard of world.shards) {
    if (effectivePause(world, shard) !== PauseMode.none) continue;
    assignQueued(world, shard);
    moveUnservable(world, shard);
    followPolicies(world, shard);
    shedOverflow(world, shard);
    raiseOrClearAlert(world, shard);
    countUnservable(world, shard);
  }
}

/** 5a. */
function assignQueued(world: World, shard: Shard): void {
  for (;;) {
    const takers = (job: Job) =>
      world.nodes.filter(
        (node) =>
          node.shard === shard &&
          node.online &&
          serves(node, job) &&
          runningOn(world, node).length < node.slots,
      );
    const job = queueOf(world, shard).find((candidate) => takers(candidate).length > 0);
    if (!job) return;
    assign(world, job, place(world, shard, job, takers(job)));
  }
}

/** The node the shard's placement names; `nodes` are in order, so the first of equals wins. */
function place(world: World, shard: Shard, job: Job, nodes: Node[]): Node {
  const load = (node: Node) => runningOn(world, node).length / node.slots;
  const estimate = (node: Node) => costOf(world.plan, node, job.remaining, true);
  const measure = { declared: () => 0, 'least-loaded': load, cheapest: estimate }[
    shard.plan.router.placement
  ];
  return nodes.reduce((best, node) => (measure(node) < measure(best) ? node : best));
}

/** 5b. */
function moveUnservable(world: World, shard: Shard): void {
  for (const job of queueOf(world, shard)) {
    if (servedIn(world, shard, job)) continue;
    const { target, hopsSpent } = findTarget(world, shard, job);
    if (target) spill(world, job, target, SpillCause.unservable);
    else if (hopsSpent) fail(world, job, FailureReason.hopLimit);
    else if (job.unservableTicks >= world.plan.fabric.unservablePatienceTicks) {
      fail(world, job, FailureReason.noEligibleNode);
    }
  }
}

/** 5c. */
function followPolicies(world: World, shard: Shard): void {
  const policies = shard.plan.router.spilloverPolicies
    .map((policy, place) => ({ ...policy, place }))
    .sort((x, y) => x.threshold - y.threshold || y.weight - x.weight || x.place - y.place);
  for (const policy of policies) {
    const target = shardById(world, policy.target);
    if (!target) continue;
    for (let drained = 0; drained < policy.maxDrainPerTick; drained++) {
      const queue = queueOf(world, shard);
      if (queue.length <= policy.threshold) break;
      const job = queue.findLast(
        (candidate) =>
          policy.requiredSkills.every((skill) => candidate.asked.skills.includes(skill)) &&
          canTake(world, shard, target, candidate),
      );
      if (!job) break;
      spill(world, job, target, SpillCause.policy);
    }
  }
}

/** 5d. */
function shedOverflow(world: World, shard: Shard): void {
  for (;;) {
    const queue = queueOf(world, shard);
    if (queue.length <= shard.plan.maxQueue) return;
    const job = queue[queue.length - 1];
    const { target, hopsSpent } = findTarget(world, shard, job);
    if (target) spill(world, job, target, SpillCause.overflow);
    else fail(world, job, hopsSpent ? FailureReason.hopLimit : FailureReason.queueFull);
  }
}

/** 5e. */
function raiseOrClearAlert(world: World, shard: Shard): void {
  const { router, maxQueue } = shard.plan;
  const length = queueOf(world, shard).length;
  const above = length > (router.queueAlertThreshold ?? maxQueue * 0.75);
  if (above === shard.alert) return;
  shard.alert = above;
  log(world, above ? EventKind.shardAlert : EventKind.shardCalm, shard.number, 0, length);
}

/** The rows that 5b of later ticks judges by patience. */
function countUnservable(world: World, shard: Shard): void {
  for (const job of queueOf(world, shard)) {
    job.unservableTicks = servedIn(world, shard, job) ? 0 : job.unservableTicks + 1;
  }
}

/** The first listed target that can take the job, or whether spent hops are all that stands in the way. */
function findTarget(world: World, shard: Shard, job: Job): { target: Shard | null; hopsSpent: boolean } {
  const open = shard.plan.spilloverTargets
    .map((id) => shardById(world, id))
    .find((target) => target && canTakeButForHops(world, shard, target, job));
  if (!open) return { target: null, hopsSpent: false };
  return hopsLeft(world, job) ? { target: open, hopsSpent: false } : { target: null, hopsSpent: true };
}

const canTake = (world: World, shard: Shard, target: Shard, job: Job) =>
  hopsLeft(world, job) && canTakeButForHops(world, shard, target, job);

const hopsLeft = (world: World, job: Job) => job.hops < world.plan.fabric.hopLimit;

function canTakeButForHops(world: World, shard: Shard, target: Shard, job: Job): boolean {
  if (target === shard) return false;
  if (effectivePause(world, target) !== PauseMode.none) return false;
  const latency = latencyMs(world, shard, target);
  if (latency === null || latency > job.home.plan.latencyBudgetMs) return false;
  if (!servedIn(world, target, job)) return false;
  const expected = queueOf(world, target).length + inboundTo(world, target).length;
  return expected < target.plan.maxQueue && !job.visited.has(target);
}

function spill(world: World, job: Job, target: Shard, cause: number): void {
  job.hops++;
  depart(world, job, target, EventKind.jobSpilled, cause);
}
