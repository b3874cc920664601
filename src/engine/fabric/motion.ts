import type { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import { TickHeap } from '../kernel/tick-heap';
import { EventKind, FailureReason, JobState, PauseMode } from './events';
import { costOf } from './money';
import type { Router } from './router';
import type { FabricTables } from './tables';
import { jobOfKey, type Yard } from './yard';

const NEVER = -1;

/** Below this many keys a plain insertion beats the call of the built-in sort. */
const FEW_KEYS = 24;

function sortKeys(keys: Int32Array): void {
  if (keys.length > FEW_KEYS) {
    // biome-ignore lint/plugin: a typed array sorts by number
    keys.sort();
    return;
  }
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i];
    let at = i;
    for (; at > 0 && keys[at - 1] > key; at--) keys[at] = keys[at - 1];
    keys[at] = key;
  }
}

/** What moves by itself: submissions, arrivals, outages and repairs, progress, deadlines. Steps 2, 3 and 6 of a tick. */
export class Motion {
  /** Per node: the tick of its repair, NEVER when none is due. */
  private readonly repairTick: Int32Array;
  private nextRepairTick = Number.POSITIVE_INFINITY;
  /** Jobs that fail when they live at the end of this tick; entries of ended jobs are stale. */
  private readonly deadlines = new TickHeap();
  /** Past their deadline but on their way: judged where they arrive. */
  private overdue: number[] = [];
  private nextSubmission = 0;
  private due = new Int32Array(64);

  constructor(
    private readonly tables: FabricTables,
    private readonly yard: Yard,
    private readonly router: Router,
  ) {
    this.repairTick = new Int32Array(tables.fleet.nodes.length).fill(NEVER);
  }

  repair(tick: number): void {
    if (tick < this.nextRepairTick) return;
    for (let n = 0; n < this.repairTick.length; n++) if (this.repairTick[n] === tick) this.bringBack(n, tick);
    this.findNextRepair();
  }

  /** An outage of the plan: of a node already offline it can only put the repair off. */
  outage(node: number, forTicks: number, tick: number): void {
    if (this.tables.offline[node] === 0) {
      this.takeDown(node, forTicks, tick);
      return;
    }
    if (this.repairTick[node] === NEVER) return;
    this.repairTick[node] = forTicks === 0 ? NEVER : Math.max(this.repairTick[node], tick + forTicks);
    this.findNextRepair();
  }

  /** @param forTicks ticks until repair, 0 = never. */
  takeDown(node: number, forTicks: number, tick: number): void {
    const { tables, yard } = this;
    yard.setActive(node, false);
    tables.record(tick, EventKind.nodeOffline, node, 0, forTicks);
    this.repairTick[node] = forTicks === 0 ? NEVER : tick + forTicks;
    this.findNextRepair();
    const { region, price } = tables.fleet.nodes[node];
    const keys = yard.seats[region].jobsOn(node).map((job) => yard.keyOf(job));
    keys.sort((x, y) => x - y);
    for (const job of keys.map(jobOfKey)) {
      const cost = costOf(price, tick - tables.jobs.since[job], tables.fleet.tickMs, false);
      yard.unseat(job, node);
      tables.record(tick, EventKind.jobLost, job, node, cost);
      this.router.enqueue(job, tick);
      if (tables.jobs.attempts[job] >= tables.plan.fabric.maxAttempts) {
        this.router.fail(job, region, FailureReason.retriesExhausted, tick);
      }
    }
  }

  bringBack(node: number, tick: number): void {
    this.repairTick[node] = NEVER;
    this.findNextRepair();
    this.tables.record(tick, EventKind.nodeOnline, node);
    this.yard.setActive(node, true);
  }

  arrivals(tick: number): void {
    const { tables, yard } = this;
    const { submissionTick } = tables.jobSet;
    const count = tables.jobs.count;
    for (
      ;
      this.nextSubmission < count && submissionTick[this.nextSubmission] === tick;
      this.nextSubmission++
    ) {
      if (tables.jobs.state[this.nextSubmission] === JobState.scheduled)
        this.submit(this.nextSubmission, tick);
    }
    for (let job = yard.takeArrival(tick); job >= 0; job = yard.takeArrival(tick)) {
      tables.record(tick, EventKind.jobArrived, job, tables.pairOfTransit(job));
      this.router.enqueue(job, tick);
    }
  }

  submit(job: number, tick: number): void {
    const { tables } = this;
    tables.record(tick, EventKind.jobSubmitted, job, tables.jobSet.homeOf(job), tables.jobSet.valueOf(job));
    this.router.enqueue(job, tick);
    this.watchDeadline(job);
  }

  /** Takes a running job off its node, back into its queue. @param ticksOfThisTick 1 once this tick's work is done. */
  preempt(job: number, tick: number, ticksOfThisTick: 0 | 1 = 0): void {
    const { tables, yard } = this;
    const node = tables.jobs.place[job];
    const occupied = tick - tables.jobs.since[job] + ticksOfThisTick;
    const cost = costOf(tables.fleet.nodes[node].price, occupied, tables.fleet.tickMs, false);
    yard.unseat(job, node);
    tables.record(tick, EventKind.jobPreempted, job, node, cost);
    this.router.enqueue(job, tick);
  }

  /** Step 6: a tick of work on every shard that is not frozen, its completions, its deadlines. */
  progress(tick: number): void {
    const late = this.takeOverdue(tick);
    for (let s = 0; s < this.tables.fleet.shards.length; s++) {
      if (this.tables.pauseOf(s) !== PauseMode.freeze) this.complete(s, tick);
      if (late.length > 0) this.failLate(s, late, tick);
    }
  }

  private complete(shard: number, tick: number): void {
    const { tables, yard } = this;
    const seats = yard.seats[shard];
    const seated: number[] = [];
    seats.wheel.collectDue(tables.workClock(shard, tick) + 1, seated);
    const n = seated.length;
    if (n === 0) return;
    while (n > this.due.length) this.due = new Int32Array(this.due.length * 2);
    const keys = this.due.subarray(0, n);
    for (let i = 0; i < n; i++) keys[i] = yard.keyOf(seats.jobAt(seated[i]));
    sortKeys(keys);
    const { fleet, jobs } = tables;
    for (let i = 0; i < n; i++) {
      const job = jobOfKey(keys[i]);
      const node = jobs.place[job];
      const cost = costOf(fleet.nodes[node].price, tick - jobs.since[job] + 1, fleet.tickMs, true);
      yard.unseat(job, node);
      tables.record(tick, EventKind.jobCompleted, job, node, cost);
    }
  }

  private takeOverdue(tick: number): number[] {
    const late = this.overdue;
    while (this.deadlines.length > 0 && this.deadlines.tick <= tick) {
      late.push(this.deadlines.key);
      this.deadlines.pop();
    }
    if (late.length > 0) {
      late.sort((x, y) => x - y);
      this.overdue = late.filter((key) => this.tables.jobs.state[jobOfKey(key)] === JobState.transit);
    }
    return late;
  }

  private failLate(shard: number, late: readonly number[], tick: number): void {
    const { jobs } = this.tables;
    for (const key of late) {
      const job = jobOfKey(key);
      if (jobs.shard[job] !== shard) continue;
      if (jobs.state[job] === JobState.running) this.preempt(job, tick, 1);
      if (jobs.state[job] === JobState.queued)
        this.router.fail(job, shard, FailureReason.deadlineMissed, tick);
    }
  }

  private watchDeadline(job: number): void {
    const { plan, jobSet } = this.tables;
    const { deadlineTicks } = jobSet.groups[jobSet.group[job]];
    if (!plan.fabric.deadlinesKill || deadlineTicks === 0) return;
    this.deadlines.push(jobSet.submissionTick[job] + deadlineTicks - 1, this.yard.keyOf(job));
  }

  /** The next tick after `after` in which something here may change the state, or Infinity. */
  nextDue(after: number): number {
    const { tables, yard } = this;
    const { submissionTick } = tables.jobSet;
    while (
      this.nextSubmission < tables.jobs.count &&
      tables.jobs.state[this.nextSubmission] !== JobState.scheduled
    ) {
      this.nextSubmission++;
    }
    let next = Math.min(this.nextRepairTick, yard.nextArrival());
    if (this.nextSubmission < tables.jobs.count) next = Math.min(next, submissionTick[this.nextSubmission]);
    while (this.deadlines.length > 0 && tables.jobs.hasEnded(jobOfKey(this.deadlines.key)))
      this.deadlines.pop();
    if (this.deadlines.length > 0) next = Math.min(next, Math.max(after + 1, this.deadlines.tick));
    for (let s = 0; s < yard.seats.length; s++) {
      if (tables.pauseOf(s) === PauseMode.freeze) continue;
      next = Math.min(next, after + yard.seats[s].wheel.ticksToNext(tables.workClock(s, after + 1)));
    }
    return next;
  }

  private findNextRepair(): void {
    this.nextRepairTick = Number.POSITIVE_INFINITY;
    for (const tick of this.repairTick)
      if (tick !== NEVER && tick < this.nextRepairTick) this.nextRepairTick = tick;
  }

  write(writer: SnapshotWriter): void {
    writer.column('motion.repairTick', this.repairTick);
  }

  /** Reads its own column and finds the rest in the tables as they were after `tick`. */
  read(reader: SnapshotReader, tick: number): void {
    const { tables } = this;
    this.repairTick.set(reader.column('motion.repairTick', Int32Array));
    this.findNextRepair();
    const { submissionTick } = tables.jobSet;
    while (this.nextSubmission < tables.jobs.count && submissionTick[this.nextSubmission] <= tick)
      this.nextSubmission++;
    for (let j = 0; j < tables.jobs.count; j++) {
      if (tables.jobs.state[j] !== JobState.scheduled && !tables.jobs.hasEnded(j)) this.watchDeadline(j);
    }
  }
}
