import type { Plan } from '../../plan';
import { assert } from '../kernel/assert';
import { EventLog } from '../kernel/log';
import type { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import { FabricAccounts } from './accounts';
import { dictionaryDigest } from './dictionary';
import { EventKind, FailureReason, JobState, PauseMode, RunStatus } from './events';
import { Fleet } from './fleet';
import { JobSet } from './job-set';
import { JobTable, WAIT_COLUMNS } from './job-table';
import { WaitClock, Waiting } from './wait-clock';

const TRANSIT_WAIT = 3;

/** What became of a command: 0 not yet, 1 executed, 2 rejected. */
export const Outcome = { pending: 0, executed: 1, rejected: 2 } as const;

export interface Receipt {
  tick: number;
  outcome: (typeof Outcome)[keyof typeof Outcome];
  /** Number in REJECTIONS; 0 when executed. */
  rejection: number;
  touched: number;
}

/**
 * The facts of a run: everything its event log says, and nothing else. Every change goes through `apply`,
 * so replaying a log into fresh tables gives the same facts: the engine decides, the tables remember.
 */
export class FabricTables {
  readonly jobSet: JobSet;
  readonly fleet: Fleet;
  readonly jobs: JobTable;
  readonly accounts: FabricAccounts;
  readonly log: EventLog;
  readonly waits: WaitClock;
  /** Per node: 1 = offline. */
  readonly offline: Uint8Array;
  readonly usedSlots: Int32Array;
  readonly jobsStarted: Int32Array;
  /** Per shard: its own PauseMode, without the system's. */
  readonly ownPause: Uint8Array;
  readonly alert: Uint8Array;
  /** Slots of active nodes per shard. */
  readonly activeSlots: Float64Array;
  /** Active nodes that serve a class: `serving[shard * classes + class]`. */
  readonly serving: Int32Array;
  systemPause: PauseMode = PauseMode.none;
  status: RunStatus = RunStatus.running;
  endTick = -1;
  checkpoints = 0;
  checkpointTick = -1;
  /** By command sequence. */
  receipts: (Receipt | undefined)[] = [];
  private readonly clockBase: Int32Array;
  private readonly clockTick: Int32Array;
  /** The job of the event just applied when that was a preemption: it was not queued after this tick's routing. */
  private preempted = -1;
  private readonly restartLost: boolean;

  constructor(
    readonly plan: Plan,
    jobSet: JobSet = JobSet.of(plan.fabric, plan.seed),
    log?: EventLog,
  ) {
    this.jobSet = jobSet;
    this.fleet = new Fleet(plan.fabric, jobSet.classes);
    this.log = log ?? new EventLog(dictionaryDigest(this.fleet, jobSet));
    this.jobs = new JobTable(jobSet.count);
    this.accounts = new FabricAccounts(this.fleet);
    const shards = this.fleet.shards.length;
    const nodes = this.fleet.nodes.length;
    const classes = jobSet.classes.length;
    this.offline = new Uint8Array(nodes);
    this.usedSlots = new Int32Array(nodes);
    this.jobsStarted = new Int32Array(nodes);
    this.ownPause = new Uint8Array(shards);
    this.alert = new Uint8Array(shards);
    this.activeSlots = new Float64Array(shards);
    this.serving = new Int32Array(shards * classes);
    this.clockBase = new Int32Array(shards);
    this.clockTick = new Int32Array(shards);
    this.restartLost = plan.fabric.onNodeLoss === 'restart';
    this.waits = new WaitClock((shard, jobClass) => this.waitingFor(shard, jobClass), classes);
    for (let n = 0; n < nodes; n++) this.countNode(n, 1);
    const { ledger, scheduled } = this.accounts;
    const opening = ledger.open('plan');
    const counts = new Float64Array(shards);
    const values = new Float64Array(shards);
    for (let j = 0; j < jobSet.count; j++) {
      const home = jobSet.homeOf(j);
      this.jobs.shard[j] = home;
      this.jobs.work[j] = jobSet.durationTicks[j];
      counts[home]++;
      values[home] += jobSet.valueOf(j);
    }
    for (let s = 0; s < shards; s++) ledger.transfer(opening, scheduled[s], counts[s], values[s]);
  }

  /** The pause in force on a shard: the stronger of its own and the system's. */
  pauseOf(shard: number): PauseMode {
    const own = this.ownPause[shard] as PauseMode;
    return Math.max(own, this.systemPause) as PauseMode;
  }

  /** Ticks of progress that running jobs of a shard have made before the progress of `tick`. */
  workClock(shard: number, tick: number): number {
    return this.pauseOf(shard) === PauseMode.freeze
      ? this.clockBase[shard]
      : this.clockBase[shard] + (tick - this.clockTick[shard]);
  }

  isServed(shard: number, jobClass: number): boolean {
    return this.serving[shard * this.jobSet.classes.length + jobClass] > 0;
  }

  queued(shard: number): number {
    return this.accounts.ledger.units(this.accounts.queued[shard]);
  }

  /** Ticks a job has waited up to the end of `tick` (the last one done), by WAIT_REASONS; a transit counts once it is over. */
  waitsOf(job: number, tick: number): [slot: number, skill: number, paused: number, transit: number] {
    const { waits, state, shard, since } = this.jobs;
    const sum = waits.slice(job * WAIT_COLUMNS, (job + 1) * WAIT_COLUMNS);
    if (state[job] === JobState.queued)
      this.waits.book(shard[job], this.jobSet.classOf(job), since[job], tick + 1, sum, 0);
    return [sum[0], sum[1], sum[2], sum[3]];
  }

  /** Writes the event to the log and applies it. */
  record(tick: number, kind: EventKind, a = 0, b = 0, value = 0): void {
    this.log.append(tick, kind, a, b, value);
    this.apply(tick, kind, a, b, value);
  }

  /** Applies one event; its numbers must be in range. Work that a pause or outage cuts is measured at the start of `tick`. */
  apply(tick: number, kind: EventKind, a: number, b: number, value: number): void {
    const { jobs, jobSet, accounts } = this;
    const { ledger } = accounts;
    const preempted = this.preempted;
    this.preempted = -1;
    switch (kind) {
      case EventKind.jobSubmitted:
        ledger.transfer(accounts.scheduled[b], accounts.queued[b], 1, value);
        this.enterQueue(a, b, tick);
        break;
      case EventKind.jobAssigned: {
        const shard = jobs.shard[a];
        this.bookWait(a, shard, tick);
        jobs.state[a] = JobState.running;
        jobs.work[a] += this.workClock(shard, tick);
        jobs.since[a] = tick;
        if (jobs.firstStart[a] < 0) jobs.firstStart[a] = tick;
        jobs.place[a] = b;
        this.usedSlots[b]++;
        this.jobsStarted[b]++;
        ledger.transfer(accounts.queued[shard], accounts.running[b], 1, jobSet.valueOf(a));
        break;
      }
      case EventKind.jobCompleted:
        this.leaveNode(a, b, value, tick, accounts.completed[b]);
        jobs.state[a] = JobState.completed;
        jobs.since[a] = tick;
        jobs.work[a] = 0;
        break;
      case EventKind.jobLost:
        this.leaveNode(a, b, value, tick, accounts.queued[jobs.shard[a]]);
        if (this.restartLost) jobs.work[a] = jobSet.durationTicks[a];
        jobs.attempts[a]++;
        this.enterQueue(a, jobs.shard[a], tick);
        break;
      case EventKind.jobPreempted:
        this.leaveNode(a, b, value, tick, accounts.queued[jobs.shard[a]]);
        this.enterQueue(a, jobs.shard[a], tick);
        this.preempted = a;
        break;
      case EventKind.jobSpilled:
        jobs.hops[a]++;
        this.depart(a, b, tick);
        break;
      case EventKind.jobRerouted:
        this.depart(a, b, tick);
        break;
      case EventKind.jobArrived: {
        const to = b & 255;
        jobs.waits[a * WAIT_COLUMNS + TRANSIT_WAIT] += tick - jobs.since[a];
        ledger.transfer(accounts.transit(b), accounts.queued[to], 1, jobSet.valueOf(a));
        jobs.place[a] = -1;
        jobs.enter(a, to);
        this.enterQueue(a, to, tick);
        break;
      }
      case EventKind.jobFailed: {
        // A deadline is judged after routing, so a job that queued through this tick's routing waited it too.
        const until = value === FailureReason.deadlineMissed && preempted !== a ? tick + 1 : tick;
        this.bookWait(a, b, until);
        ledger.transfer(accounts.queued[b], accounts.failed[b], 1, jobSet.valueOf(a));
        jobs.state[a] = JobState.failed;
        jobs.since[a] = tick;
        break;
      }
      case EventKind.jobCancelled:
        if (jobs.state[a] === JobState.transit) {
          jobs.waits[a * WAIT_COLUMNS + TRANSIT_WAIT] += tick - jobs.since[a];
          ledger.transfer(
            accounts.transit(this.pairOfTransit(a)),
            accounts.cancelled[b],
            1,
            jobSet.valueOf(a),
          );
          this.transitPair.delete(a);
        } else {
          this.bookWait(a, b, tick);
          ledger.transfer(accounts.queued[b], accounts.cancelled[b], 1, jobSet.valueOf(a));
        }
        jobs.state[a] = JobState.cancelled;
        jobs.since[a] = tick;
        break;
      case EventKind.nodeOffline:
        this.countNode(a, -1);
        this.offline[a] = 1;
        this.waits.refresh(this.fleet.nodes[a].region, tick);
        break;
      case EventKind.nodeOnline:
        this.offline[a] = 0;
        this.countNode(a, 1);
        this.waits.refresh(this.fleet.nodes[a].region, tick);
        break;
      case EventKind.systemPaused:
        this.setPause(tick, () => {
          this.systemPause = value as PauseMode;
        });
        break;
      case EventKind.systemResumed:
        this.setPause(tick, () => {
          this.systemPause = PauseMode.none;
        });
        break;
      case EventKind.shardPaused:
        this.setPause(tick, () => {
          this.ownPause[a] = value;
        });
        break;
      case EventKind.shardResumed:
        this.setPause(tick, () => {
          this.ownPause[a] = PauseMode.none;
        });
        break;
      case EventKind.shardAlert:
        this.alert[a] = 1;
        break;
      case EventKind.shardCalm:
        this.alert[a] = 0;
        break;
      case EventKind.ownerExecuted:
        this.receipts[a] = { tick, outcome: Outcome.executed, rejection: 0, touched: value };
        break;
      case EventKind.ownerRejected:
        this.receipts[a] = { tick, outcome: Outcome.rejected, rejection: b, touched: 0 };
        break;
      case EventKind.checkpointSaved:
        this.checkpoints = value;
        this.checkpointTick = tick;
        break;
      case EventKind.runStarted:
        break;
      case EventKind.runEnded:
        this.status = a as RunStatus;
        this.endTick = tick;
        break;
      default:
        assert(false, `event kind ${kind} is known`);
    }
  }

  /** Sends a queued job on its way; the engine books the arrival from `jobs.place`. */
  private depart(job: number, pair: number, tick: number): void {
    const { jobs, accounts } = this;
    const from = pair >>> 8;
    const to = pair & 255;
    this.bookWait(job, from, tick);
    accounts.ledger.transfer(accounts.queued[from], accounts.transit(pair), 1, this.jobSet.valueOf(job));
    jobs.state[job] = JobState.transit;
    jobs.shard[job] = to;
    jobs.since[job] = tick;
    jobs.place[job] = tick + this.fleet.transitTicks(from, to);
    this.transitPair.set(job, pair);
  }

  /** Where jobs in transit came from; few at a time. */
  private readonly transitPair = new Map<number, number>();
  /** The pair of shards a job in transit goes between. */
  pairOfTransit(job: number): number {
    const pair = this.transitPair.get(job);
    assert(pair !== undefined, 'a job in transit has a pair');
    return pair;
  }
  /** Jobs in transit between the shards of each pair, as `[job, pair]`. */
  inTransit(): Iterable<[job: number, pair: number]> {
    return this.transitPair;
  }

  private enterQueue(job: number, shard: number, tick: number): void {
    this.jobs.state[job] = JobState.queued;
    this.jobs.shard[job] = shard;
    this.jobs.since[job] = tick;
    this.transitPair.delete(job);
    this.waits.start(shard, this.jobSet.classOf(job));
  }

  /** Books why a queued job waited, up to but not including tick `until`. */
  private bookWait(job: number, shard: number, until: number): void {
    this.waits.book(
      shard,
      this.jobSet.classOf(job),
      this.jobs.since[job],
      until,
      this.jobs.waits,
      job * WAIT_COLUMNS,
    );
  }

  private leaveNode(job: number, node: number, cost: number, tick: number, to: number): void {
    const { accounts, jobs } = this;
    jobs.work[job] -= this.workClock(jobs.shard[job], tick);
    this.usedSlots[node]--;
    accounts.ledger.transfer(accounts.running[node], to, 1, this.jobSet.valueOf(job));
    const price = this.fleet.nodes[node].price;
    if (cost > 0 && price !== null)
      accounts.ledger.transfer(accounts.payer[price.currency], accounts.nodeIncome[node], 1, cost);
  }

  private countNode(node: number, sign: 1 | -1): void {
    const { region, slots, kind } = this.fleet.nodes[node];
    this.activeSlots[region] += sign * slots;
    const { serves } = this.fleet.kinds[kind];
    const row = region * serves.length;
    for (let c = 0; c < serves.length; c++) this.serving[row + c] += sign * serves[c];
  }

  private setPause(tick: number, set: () => void): void {
    for (let s = 0; s < this.clockBase.length; s++) {
      this.clockBase[s] = this.workClock(s, tick);
      this.clockTick[s] = tick;
    }
    set();
    for (let s = 0; s < this.clockBase.length; s++) this.waits.refresh(s, tick);
  }

  private waitingFor(shard: number, jobClass: number): Waiting {
    if (this.pauseOf(shard) !== PauseMode.none) return Waiting.paused;
    return this.isServed(shard, jobClass) ? Waiting.slot : Waiting.skill;
  }

  write(writer: SnapshotWriter, wholeLog: boolean): void {
    this.log.write(writer, wholeLog);
    this.jobs.write(writer);
    this.accounts.ledger.write(writer);
    this.waits.write(writer);
    writer.json('tables', {
      pairs: this.accounts.pairs(),
      transit: [...this.transitPair],
      systemPause: this.systemPause,
      status: this.status,
      endTick: this.endTick,
      checkpoints: this.checkpoints,
      checkpointTick: this.checkpointTick,
      receipts: this.receipts.map((r) => r ?? null),
    });
    for (const name of COLUMNS) writer.column(`tables.${name}`, this[name]);
    writer.column('tables.clockBase', this.clockBase);
    writer.column('tables.clockTick', this.clockTick);
  }

  read(reader: SnapshotReader): void {
    const facts = reader.json<{
      pairs: number[];
      transit: [number, number][];
      systemPause: PauseMode;
      status: RunStatus;
      endTick: number;
      checkpoints: number;
      checkpointTick: number;
      receipts: (Receipt | null)[];
    }>('tables');
    this.log.read(reader);
    this.jobs.read(reader);
    this.accounts.reopen(facts.pairs);
    this.accounts.ledger.read(reader);
    this.waits.read(reader);
    this.transitPair.clear();
    for (const [job, pair] of facts.transit) this.transitPair.set(job, pair);
    this.systemPause = facts.systemPause;
    this.status = facts.status;
    this.endTick = facts.endTick;
    this.checkpoints = facts.checkpoints;
    this.checkpointTick = facts.checkpointTick;
    this.receipts = facts.receipts.map((r) => r ?? undefined);
    this.offline.set(reader.column('tables.offline', Uint8Array));
    this.usedSlots.set(reader.column('tables.usedSlots', Int32Array));
    this.jobsStarted.set(reader.column('tables.jobsStarted', Int32Array));
    this.ownPause.set(reader.column('tables.ownPause', Uint8Array));
    this.alert.set(reader.column('tables.alert', Uint8Array));
    this.activeSlots.set(reader.column('tables.activeSlots', Float64Array));
    this.serving.set(reader.column('tables.serving', Int32Array));
    this.clockBase.set(reader.column('tables.clockBase', Int32Array));
    this.clockTick.set(reader.column('tables.clockTick', Int32Array));
  }
}

const COLUMNS = [
  'offline',
  'usedSlots',
  'jobsStarted',
  'ownPause',
  'alert',
  'activeSlots',
  'serving',
] as const;
