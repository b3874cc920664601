import type { OwnerCommand } from '../../plan';
import { EventKind, JobState, PauseMode, pairOf, REJECTIONS, type Rejection } from './events';
import type { Motion } from './motion';
import type { FabricTables } from './tables';
import type { Yard } from './yard';

/** What a command would do now: refused with a reason, or how many things it would touch. */
export type Prospect = { rejected: Rejection } | { touched: number };

const refuse = (rejected: Rejection): Prospect => ({ rejected });
const MODES = { drain: PauseMode.drain, freeze: PauseMode.freeze } as const;

/** The owner's hand: looks at a command without applying it, or carries it out with its receipt in the log. */
export class Owner {
  /** Asked for in this tick; the engine clears them at its end. */
  stopRequested = false;
  checkpointRequested = false;

  constructor(
    private readonly tables: FabricTables,
    private readonly yard: Yard,
    private readonly motion: Motion,
  ) {}

  /** What `command` would do in the present state; changes nothing. */
  preview(command: OwnerCommand): Prospect {
    const { fleet, jobs, jobSet, systemPause, ownPause, offline } = this.tables;
    switch (command.type) {
      case 'system.pause':
        return systemPause === MODES[command.mode] ? refuse('no-change') : { touched: fleet.shards.length };
      case 'system.resume':
        return systemPause === PauseMode.none ? refuse('no-change') : { touched: fleet.shards.length };
      case 'shard.pause':
      case 'shard.resume': {
        const shard = fleet.findShard(command.shard);
        if (shard < 0) return refuse('unknown-shard');
        const wanted = command.type === 'shard.pause' ? MODES[command.mode] : PauseMode.none;
        return ownPause[shard] === wanted ? refuse('no-change') : { touched: 1 };
      }
      case 'node.recover': {
        const node = fleet.findNode(command.nodeId);
        if (node < 0) return refuse('unknown-node');
        return offline[node] === 0 ? refuse('not-offline') : { touched: 1 };
      }
      case 'fault.inject': {
        const node = fleet.findNode(command.fault.node);
        if (node < 0) return refuse('unknown-node');
        if (offline[node] === 1) return refuse('already-offline');
        return { touched: this.tables.usedSlots[node] + 1 };
      }
      case 'job.cancel': {
        const job = jobSet.find(command.jobId);
        if (job < 0) return refuse('unknown-job');
        return jobs.hasEnded(job) ? refuse('already-ended') : { touched: 1 };
      }
      case 'job.reroute':
        return this.previewReroute(jobSet.find(command.jobId), fleet.findShard(command.targetShard));
      case 'checkpoint.save':
      case 'run.stop':
        return { touched: 1 };
    }
  }

  /** Carries out command number `sequence`; a refused one leaves only its receipt. */
  execute(command: OwnerCommand, sequence: number, tick: number): void {
    const prospect = this.preview(command);
    if ('rejected' in prospect) {
      this.tables.record(tick, EventKind.ownerRejected, sequence, REJECTIONS.indexOf(prospect.rejected));
      return;
    }
    this.apply(command, tick);
    this.tables.record(tick, EventKind.ownerExecuted, sequence, 0, prospect.touched);
  }

  private apply(command: OwnerCommand, tick: number): void {
    const { tables, yard, motion } = this;
    const { fleet, jobSet, jobs } = tables;
    switch (command.type) {
      case 'system.pause':
        tables.record(tick, EventKind.systemPaused, 0, 0, MODES[command.mode]);
        break;
      case 'system.resume':
        tables.record(tick, EventKind.systemResumed);
        break;
      case 'shard.pause':
        tables.record(tick, EventKind.shardPaused, fleet.findShard(command.shard), 0, MODES[command.mode]);
        break;
      case 'shard.resume':
        tables.record(tick, EventKind.shardResumed, fleet.findShard(command.shard));
        break;
      case 'node.recover':
        motion.bringBack(fleet.findNode(command.nodeId), tick);
        break;
      case 'fault.inject':
        motion.takeDown(fleet.findNode(command.fault.node), command.fault.forTicks ?? 0, tick);
        break;
      case 'job.cancel': {
        const job = jobSet.find(command.jobId);
        if (jobs.state[job] === JobState.scheduled) motion.submit(job, tick);
        if (jobs.state[job] === JobState.running) motion.preempt(job, tick);
        const shard = jobs.shard[job];
        if (jobs.state[job] === JobState.queued) yard.dequeue(job, shard);
        else yard.inbound[shard]--;
        tables.record(tick, EventKind.jobCancelled, job, shard);
        break;
      }
      case 'job.reroute': {
        const job = jobSet.find(command.jobId);
        if (jobs.state[job] === JobState.running) motion.preempt(job, tick);
        const from = jobs.shard[job];
        yard.dequeue(job, from);
        tables.record(tick, EventKind.jobRerouted, job, pairOf(from, fleet.findShard(command.targetShard)));
        yard.depart(job);
        break;
      }
      case 'checkpoint.save':
        this.checkpointRequested = true;
        break;
      case 'run.stop':
        this.stopRequested = true;
        break;
    }
  }

  private previewReroute(job: number, target: number): Prospect {
    const { tables, yard } = this;
    const { jobs, fleet, jobSet } = tables;
    if (job < 0) return refuse('unknown-job');
    if (jobs.hasEnded(job)) return refuse('already-ended');
    if (jobs.state[job] === JobState.scheduled) return refuse('not-submitted');
    if (jobs.state[job] === JobState.transit) return refuse('in-transit');
    if (target < 0) return refuse('unknown-shard');
    const from = jobs.shard[job];
    if (target === from) return refuse('same-shard');
    if (fleet.latencyBetween(from, target) < 0) return refuse('no-link');
    if (tables.pauseOf(target) !== PauseMode.none) return refuse('target-paused');
    if (!tables.isServed(target, jobSet.classOf(job))) return refuse('target-cannot-serve');
    if (yard.queueLength[target] + yard.inbound[target] >= fleet.shards[target].maxQueue)
      return refuse('target-full');
    return { touched: 1 };
  }
}
