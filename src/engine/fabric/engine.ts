import { ENGINE_REVISION, type OwnerCommand, type Plan, type ScheduledCommand } from '../../plan';
import { assert } from '../kernel/assert';
import { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import { EventKind, RunStatus } from './events';
import { Invariants } from './invariants';
import { Motion } from './motion';
import { Owner, type Prospect } from './owner';
import { Router } from './router';
import { Series } from './series';
import { FabricTables } from './tables';
import { Yard } from './yard';

/** A command of a run: its place in commands.json is its sequence. */
export interface RunCommand extends ScheduledCommand {
  sequence: number;
  origin: 'plan' | 'live';
}

/** A schedule as the commands of a run, numbered in the order given. */
export function numbered(commands: readonly ScheduledCommand[]): RunCommand[] {
  return commands.map((c, sequence) => ({ ...c, sequence, origin: 'plan' as const }));
}

/**
 * A run: (plan, commands, engine revision) -> events, state, ledger. Nothing else goes in.
 * `advanceTo` does ticks in the order of docs/fabric-rules.md; stretches in which nothing can change are
 * passed over without being stepped.
 */
export class Engine {
  readonly tables: FabricTables;
  readonly yard: Yard;
  readonly series: Series;
  readonly invariants: Invariants;
  /** Last tick done, -1 before the first. */
  tick = -1;
  private readonly router: Router;
  private readonly motion: Motion;
  private readonly owner: Owner;
  private readonly schedule: RunCommand[];
  private nextCommand = 0;
  private readonly faults: { node: number; atTick: number; forTicks: number }[];
  private nextFault = 0;
  /** Whether the last tick logged nothing: then nothing happens before something is due. */
  private quiet = false;

  /** @param plan checked by preflight; @param commands every command of the run, in order of sequence. */
  constructor(
    readonly plan: Plan,
    readonly commands: RunCommand[] = [],
    snapshot?: ArrayBuffer,
  ) {
    assert(
      commands.every((c, i) => c.sequence === i),
      'commands are numbered in order',
    );
    this.tables = new FabricTables(plan);
    const reader = snapshot === undefined ? null : new SnapshotReader(snapshot);
    if (reader !== null) this.tables.read(reader);
    this.yard = new Yard(this.tables);
    this.router = new Router(this.tables, this.yard);
    this.motion = new Motion(this.tables, this.yard, this.router);
    this.owner = new Owner(this.tables, this.yard, this.motion);
    this.series = new Series(this.tables.fleet.shards.length);
    this.invariants = new Invariants(this.tables, this.yard);
    this.schedule = [...commands].sort((x, y) => x.tick - y.tick || x.sequence - y.sequence);
    this.faults = plan.fabric.faults
      .map((f, place) => ({
        node: this.tables.fleet.findNode(f.node),
        atTick: f.atTick,
        forTicks: f.forTicks ?? 0,
        place,
      }))
      .sort((x, y) => x.atTick - y.atTick || x.place - y.place);
    if (reader !== null) this.resume(reader);
    else this.tables.record(0, EventKind.runStarted, 0, 0, ENGINE_REVISION);
  }

  /** The run as it was when `snapshot` was taken; equal plan and (at least the past) commands must be given. */
  static restore(plan: Plan, commands: RunCommand[], snapshot: ArrayBuffer): Engine {
    return new Engine(plan, commands, snapshot);
  }

  get ended(): boolean {
    return this.tables.status !== RunStatus.running;
  }

  /** Does every tick up to and including `tick`, or up to the end of the run. */
  advanceTo(tick: number): void {
    while (!this.ended && this.tick < tick) {
      const next = this.quiet ? this.nextStop() : this.tick + 1;
      if (next > tick) {
        this.tick = tick;
        return;
      }
      this.step(next);
    }
  }

  /** Does ticks until the run ends or about `events` more events are logged; returns whether it ended. */
  advanceBy(events: number): boolean {
    const until = this.tables.log.length + events;
    while (!this.ended && this.tables.log.length < until)
      this.step(this.quiet ? this.nextStop() : this.tick + 1);
    return this.ended;
  }

  /** Adds a command that acts in the next tick; the run must not have ended. */
  give(command: OwnerCommand, note?: string): RunCommand {
    assert(!this.ended, 'a run that ended takes no command');
    const added: RunCommand = {
      tick: this.tick + 1,
      command,
      sequence: this.commands.length,
      origin: 'live',
    };
    if (note !== undefined) added.note = note;
    this.commands.push(added);
    let at = this.schedule.length;
    while (at > this.nextCommand && this.schedule[at - 1].tick > added.tick) at--;
    this.schedule.splice(at, 0, added);
    return added;
  }

  /** What a command would do if it were given now; changes nothing. */
  preview(command: OwnerCommand): Prospect {
    return this.owner.preview(command);
  }

  /** All state after the last tick. @param wholeLog false leaves out sealed events: enough to decide the future. */
  snapshot(wholeLog = true): ArrayBuffer {
    const writer = new SnapshotWriter();
    writer.json('engine', {
      revision: ENGINE_REVISION,
      tick: this.tick,
      quiet: this.quiet,
      jobs: this.tables.jobs.count,
    });
    this.tables.write(writer, wholeLog);
    this.motion.write(writer);
    this.series.write(writer);
    this.invariants.write(writer);
    return writer.finish();
  }

  private resume(reader: SnapshotReader): void {
    const saved = reader.json<{ revision: number; tick: number; quiet: boolean; jobs: number }>('engine');
    assert(
      saved.revision === ENGINE_REVISION && saved.jobs === this.tables.jobs.count,
      'a snapshot fits its plan and engine',
    );
    this.tick = saved.tick;
    this.quiet = saved.quiet;
    this.motion.read(reader, saved.tick);
    this.series.read(reader);
    this.invariants.read(reader);
    while (this.nextCommand < this.schedule.length && this.schedule[this.nextCommand].tick <= this.tick)
      this.nextCommand++;
    while (this.nextFault < this.faults.length && this.faults[this.nextFault].atTick <= this.tick)
      this.nextFault++;
  }

  private step(tick: number): void {
    const { tables } = this;
    const eventsBefore = tables.log.length;
    for (; this.schedule[this.nextCommand]?.tick === tick; this.nextCommand++) {
      const { command, sequence } = this.schedule[this.nextCommand];
      this.owner.execute(command, sequence, tick);
    }
    this.motion.repair(tick);
    for (; this.faults[this.nextFault]?.atTick === tick; this.nextFault++) {
      const { node, forTicks } = this.faults[this.nextFault];
      this.motion.outage(node, forTicks, tick);
    }
    this.motion.arrivals(tick);
    for (let s = 0; s < tables.fleet.shards.length; s++) this.router.route(s, tick);
    this.motion.progress(tick);
    this.tick = tick;
    const happened = tables.log.length > eventsBefore;
    if (happened) this.invariants.checkTick(tick);
    this.quiet = !happened;
    this.checkpoint(tick);
    this.judgeEnd(tick);
    // A value holds until the next sample, so a tick in which nothing happened needs none.
    if (happened || this.ended)
      this.series.sample(tick, tables, this.yard.queueLength, this.yard.inbound, this.ended);
  }

  private checkpoint(tick: number): void {
    const { checkpointIntervalTicks } = this.plan.run;
    const due = checkpointIntervalTicks !== undefined && (tick + 1) % checkpointIntervalTicks === 0;
    if (!due && !this.owner.checkpointRequested) return;
    this.owner.checkpointRequested = false;
    this.tables.record(tick, EventKind.checkpointSaved, 0, 0, this.tables.checkpoints + 1);
  }
  private judgeEnd(tick: number): void {
    const { run } = this.plan;
    let status: RunStatus = RunStatus.running;
    if (this.owner.stopRequested || tick + 1 === run.stopAfterTicks) status = RunStatus.stopped;
    else if (this.unfinished() === 0) status = RunStatus.completed;
    else if (this.quiet && this.nextChange() === Number.POSITIVE_INFINITY) status = RunStatus.stalled;
    else if (tick + 1 === run.maxTicks) status = RunStatus.tickBudget;
    if (status === RunStatus.running) return;
    this.tables.record(tick, EventKind.runEnded, status, 0, tick);
    this.invariants.finish(tick);
  }

  /** Jobs that are scheduled, queued, on their way or running. */
  private unfinished(): number {
    const { accounts, fleet, jobs } = this.tables;
    let ended = 0;
    for (let s = 0; s < fleet.shards.length; s++) {
      ended += accounts.ledger.units(accounts.failed[s]) + accounts.ledger.units(accounts.cancelled[s]);
    }
    for (const account of accounts.completed) ended += accounts.ledger.units(account);
    return jobs.count - ended;
  }

  /** The next tick in which the state may change, or Infinity: then the run is stalled. */
  private nextChange(): number {
    return Math.min(
      this.schedule[this.nextCommand]?.tick ?? Number.POSITIVE_INFINITY,
      this.faults[this.nextFault]?.atTick ?? Number.POSITIVE_INFINITY,
      this.motion.nextDue(this.tick),
      this.router.nextPatience(this.tick),
    );
  }

  /** The next tick that must be stepped after a quiet one: a change, a checkpoint, or an end by count of ticks. */
  private nextStop(): number {
    const { maxTicks, stopAfterTicks, checkpointIntervalTicks } = this.plan.run;
    let next = Math.min(this.nextChange(), maxTicks - 1, (stopAfterTicks ?? maxTicks) - 1);
    if (checkpointIntervalTicks !== undefined) {
      const done = this.tick + 1;
      next = Math.min(next, (Math.floor(done / checkpointIntervalTicks) + 1) * checkpointIntervalTicks - 1);
    }
    return Math.max(next, this.tick + 1);
  }
}
