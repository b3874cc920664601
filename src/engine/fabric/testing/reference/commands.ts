import type { OwnerCommand, ScheduledCommand } from '../../../../plan';
import { EventKind, PauseMode, REJECTIONS, type Rejection } from '../../events';
import { bringOnline, cancel, depart, preempt, takeOffline } from './moves';
import {
  effectivePause,
  inboundTo,
  jobById,
  latencyMs,
  log,
  nodeById,
  queueOf,
  servedIn,
  shardById,
  type World,
} from './world';

/** Step 1: the commands of this tick; `commands` is the whole schedule, its places are the sequence. */
export function applyCommands(world: World, commands: ScheduledCommand[]): void {
  commands.forEach(({ tick, command }, sequence) => {
    if (tick !== world.tick) return;
    const result = apply(world, command);
    if (typeof result === 'number') log(world, EventKind.ownerExecuted, sequence, 0, result);
    else log(world, EventKind.ownerRejected, sequence, REJECTIONS.indexOf(result));
  });
}

/** Applies one command; the number of things it touched, or why it was rejected. */
function apply(world: World, command: OwnerCommand): number | Rejection {
  switch (command.type) {
    case 'system.pause': {
      const mode = PauseMode[command.mode];
      if (world.systemPause === mode) return 'no-change';
      world.systemPause = mode;
      log(world, EventKind.systemPaused, 0, 0, mode);
      return world.shards.length;
    }
    case 'system.resume':
      if (world.systemPause === PauseMode.none) return 'no-change';
      world.systemPause = PauseMode.none;
      log(world, EventKind.systemResumed);
      return world.shards.length;
    case 'shard.pause': {
      const shard = shardById(world, command.shard);
      if (!shard) return 'unknown-shard';
      const mode = PauseMode[command.mode];
      if (shard.ownPause === mode) return 'no-change';
      shard.ownPause = mode;
      log(world, EventKind.shardPaused, shard.number, 0, mode);
      return 1;
    }
    case 'shard.resume': {
      const shard = shardById(world, command.shard);
      if (!shard) return 'unknown-shard';
      if (shard.ownPause === PauseMode.none) return 'no-change';
      shard.ownPause = PauseMode.none;
      log(world, EventKind.shardResumed, shard.number);
      return 1;
    }
    case 'node.recover': {
      const node = nodeById(world, command.nodeId);
      if (!node) return 'unknown-node';
      if (node.online) return 'not-offline';
      bringOnline(world, node);
      return 1;
    }
    case 'fault.inject': {
      const node = nodeById(world, command.fault.node);
      if (!node) return 'unknown-node';
      if (!node.online) return 'already-offline';
      return takeOffline(world, node, command.fault.forTicks) + 1;
    }
    case 'job.cancel': {
      const job = jobById(world, command.jobId);
      if (!job) return 'unknown-job';
      if (job.endTick >= 0) return 'already-ended';
      cancel(world, job);
      return 1;
    }
    case 'job.reroute':
      return reroute(world, command.jobId, command.targetShard);
    case 'checkpoint.save':
      world.checkpointAsked = true;
      return 1;
    case 'run.stop':
      world.stopAsked = true;
      return 1;
  }
}

function reroute(world: World, jobId: string, targetShard: string): number | Rejection {
  const job = jobById(world, jobId);
  if (!job) return 'unknown-job';
  if (job.endTick >= 0) return 'already-ended';
  if (job.state === 'scheduled') return 'not-submitted';
  if (job.state === 'transit') return 'in-transit';
  const target = shardById(world, targetShard);
  if (!target) return 'unknown-shard';
  if (target === job.shard) return 'same-shard';
  if (latencyMs(world, job.shard, target) === null) return 'no-link';
  if (effectivePause(world, target) !== PauseMode.none) return 'target-paused';
  if (!servedIn(world, target, job)) return 'target-cannot-serve';
  const expected = queueOf(world, target).length + inboundTo(world, target).length;
  if (expected >= target.plan.maxQueue) return 'target-full';
  if (job.state === 'running') preempt(world, job, world.tick - job.assignedTick);
  depart(world, job, target, EventKind.jobRerouted, 0);
  return 1;
}
