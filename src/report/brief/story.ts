import {
  EventKind,
  FAILURE_REASONS,
  type FabricTables,
  type PauseMode,
  pairFrom,
  SPILL_CAUSES,
} from '../../engine';
import type { ScheduledCommand } from '../../plan';

/** A node that went out, and what became of it. */
export interface Outage {
  node: number;
  tick: number;
  /** Ticks until the repair that was foreseen, 0 = none. */
  forTicks: number;
  byOwner: boolean;
  /** Running jobs that lost it. */
  jobsLost: number;
  backTick: number | null;
  broughtBackByOwner: boolean;
}
export interface Pause {
  /** -1 = the whole fabric. */
  shard: number;
  mode: PauseMode;
  tick: number;
  untilTick: number | null;
}
export interface Flow {
  pair: number;
  /** Departures by spill cause; 0 = sent by the owner. */
  byCause: number[];
  firstTick: number;
  lastTick: number;
}
export interface AlertSpell {
  shard: number;
  tick: number;
  queued: number;
  untilTick: number | null;
}

/** Jobs named one by one where something was lost; the rest is counted. */
const MOST_NAMED = 5;

/**
 * What a run's events tell, gathered in one pass over the log and continued where it stopped: outages, pauses, moves,
 * alerts, failures by reason. The brief is written from it.
 */
export class Story {
  readonly outages: Outage[] = [];
  readonly pauses: Pause[] = [];
  readonly flows = new Map<number, Flow>();
  readonly alerts: AlertSpell[] = [];
  /** By failure reason number. */
  readonly failed = new Float64Array(FAILURE_REASONS.length);
  readonly failedValue = new Float64Array(FAILURE_REASONS.length);
  readonly firstFailed: number[][] = FAILURE_REASONS.map(() => []);
  readonly failedInShard: Float64Array[];
  readonly firstCancelled: number[] = [];
  cancelledValue = 0;
  /** Sequence of the command that stopped the run, -1 when none did. */
  stoppedBy = -1;
  checkpoints = 0;
  starts = 0;
  restarts = 0;
  private seen = 0;
  private reasons: Uint8Array | null = null;

  constructor(
    private readonly tables: FabricTables,
    private readonly commands: readonly ScheduledCommand[],
  ) {
    this.failedInShard = tables.fleet.shards.map(() => new Float64Array(FAILURE_REASONS.length));
  }

  /** Number of the reason a job failed for, 0 when it did not. */
  failureOf(job: number): number {
    return this.reasons === null ? 0 : this.reasons[job];
  }

  /** Reads the events logged since the last call. */
  catchUp(): void {
    const { log } = this.tables;
    const from = Math.max(this.seen, log.firstSeq);
    this.seen = log.length;
    log.scan(from, log.length, (_seq, tick, kind, a, b, value) => this.read(tick, kind, a, b, value));
  }

  private read(tick: number, kind: number, a: number, b: number, value: number): void {
    const { fleet, jobSet } = this.tables;
    switch (kind) {
      case EventKind.jobAssigned:
        this.starts++;
        break;
      case EventKind.jobLost: {
        this.restarts++;
        const outage = this.outages.findLast((o) => o.node === b);
        if (outage !== undefined) outage.jobsLost++;
        break;
      }
      case EventKind.jobSpilled:
        if (value < SPILL_CAUSES.length) this.move(tick, b, value);
        break;
      case EventKind.jobRerouted:
        this.move(tick, b, 0);
        break;
      case EventKind.jobFailed: {
        if (value >= FAILURE_REASONS.length || a >= jobSet.count) break;
        this.reasons ??= new Uint8Array(jobSet.count);
        this.reasons[a] = value;
        this.failed[value]++;
        this.failedValue[value] += jobSet.valueOf(a);
        if (b < fleet.shards.length) this.failedInShard[b][value]++;
        if (this.firstFailed[value].length < MOST_NAMED) this.firstFailed[value].push(a);
        break;
      }
      case EventKind.jobCancelled:
        if (a >= jobSet.count) break;
        this.cancelledValue += jobSet.valueOf(a);
        if (this.firstCancelled.length < MOST_NAMED) this.firstCancelled.push(a);
        break;
      case EventKind.nodeOffline:
        this.outages.push({
          node: a,
          tick,
          forTicks: value,
          byOwner: false,
          jobsLost: 0,
          backTick: null,
          broughtBackByOwner: false,
        });
        break;
      case EventKind.nodeOnline: {
        const outage = this.outages.findLast((o) => o.node === a);
        if (outage !== undefined) outage.backTick = tick;
        break;
      }
      case EventKind.systemPaused:
        this.pause(tick, -1, value as PauseMode);
        break;
      case EventKind.systemResumed:
        this.resume(tick, -1);
        break;
      case EventKind.shardPaused:
        this.pause(tick, a, value as PauseMode);
        break;
      case EventKind.shardResumed:
        this.resume(tick, a);
        break;
      case EventKind.shardAlert:
        this.alerts.push({ shard: a, tick, queued: value, untilTick: null });
        break;
      case EventKind.shardCalm: {
        const spell = this.alerts.findLast((s) => s.shard === a);
        if (spell !== undefined) spell.untilTick = tick;
        break;
      }
      case EventKind.checkpointSaved:
        this.checkpoints++;
        break;
      case EventKind.ownerExecuted:
        this.byOwner(tick, a);
        break;
    }
  }

  private move(tick: number, pair: number, cause: number): void {
    if (pairFrom(pair) >= this.tables.fleet.shards.length) return;
    let flow = this.flows.get(pair);
    if (flow === undefined) {
      flow = { pair, byCause: SPILL_CAUSES.map(() => 0), firstTick: tick, lastTick: tick };
      this.flows.set(pair, flow);
    }
    flow.byCause[cause]++;
    flow.lastTick = tick;
  }

  private pause(tick: number, shard: number, mode: PauseMode): void {
    this.resume(tick, shard);
    this.pauses.push({ shard, mode, tick, untilTick: null });
  }
  private resume(tick: number, shard: number): void {
    const open = this.pauses.findLast((p) => p.shard === shard && p.untilTick === null);
    if (open !== undefined) open.untilTick = tick;
  }

  /** A receipt follows the events of its effect, so it tells whose they were. */
  private byOwner(tick: number, sequence: number): void {
    const command = this.commands[sequence]?.command;
    if (command === undefined) return;
    const { fleet } = this.tables;
    if (command.type === 'fault.inject') {
      const node = fleet.findNode(command.fault.node);
      const outage = this.outages.findLast((o) => o.node === node && o.tick === tick);
      if (outage !== undefined) outage.byOwner = true;
    } else if (command.type === 'node.recover') {
      const node = fleet.findNode(command.nodeId);
      const outage = this.outages.findLast((o) => o.node === node && o.backTick === tick);
      if (outage !== undefined) outage.broughtBackByOwner = true;
    } else if (command.type === 'run.stop') this.stoppedBy = sequence;
  }
}
