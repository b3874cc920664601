import { TickHeap } from '../kernel/tick-heap';
import { EventKind, FailureReason, PauseMode, pairOf, SpillCause } from './events';
import type { Shard, SpillPolicy } from './fleet';
import { costOf } from './money';
import type { FabricTables } from './tables';
import { jobOfKey, type Yard } from './yard';

/** Step 5 of a tick for one shard: assign, unservable, policies, overflow, alert (docs/fabric-rules.md). */
export class Router {
  private readonly heads = new TickHeap();
  /** Per cell: no job of it can run out of patience before this tick. */
  private readonly patienceAt: Float64Array;
  private readonly classes: number;
  private readonly hopLimit: number;
  private readonly patienceTicks: number;

  constructor(
    private readonly tables: FabricTables,
    private readonly yard: Yard,
  ) {
    this.classes = tables.jobSet.classes.length;
    this.hopLimit = tables.plan.fabric.hopLimit;
    this.patienceTicks = tables.plan.fabric.unservablePatienceTicks;
    this.patienceAt = new Float64Array(tables.fleet.shards.length * this.classes);
  }

  route(shard: number, tick: number): void {
    if (this.tables.pauseOf(shard) !== PauseMode.none) return;
    this.assign(shard, tick);
    if (this.yard.queueLength[shard] > 0) {
      this.moveUnservable(shard, tick);
      for (const policy of this.tables.fleet.shards[shard].policies) this.drain(shard, policy, tick);
      this.overflow(shard, tick);
    }
    this.alert(shard, tick);
  }

  /** A job enters the queue of its shard in `tick`; the tables know it already. */
  enqueue(job: number, tick: number): void {
    this.yard.enqueue(job);
    const cell = this.tables.jobs.shard[job] * this.classes + this.tables.jobSet.classOf(job);
    this.patienceAt[cell] = Math.min(this.patienceAt[cell], tick + this.patienceTicks);
  }

  /** The first tick in which patience may end somewhere, or Infinity: a lower bound, exact when nothing waits unserved. */
  nextPatience(after: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (let s = 0; s < this.tables.fleet.shards.length; s++) {
      if (this.yard.queueLength[s] === 0 || this.tables.pauseOf(s) !== PauseMode.none) continue;
      for (const c of this.yard.classesIn[s]) {
        if (!this.waitsUnserved(s, c)) continue;
        next = Math.min(next, Math.max(after + 1, this.patienceAt[s * this.classes + c]));
      }
    }
    return next;
  }

  /** Whether `target` could take a job of `shard` as far as its class goes: open, linked, served, with room. */
  private targetIsOpen(shard: number, target: number, jobClass: number): boolean {
    const { tables } = this;
    return (
      target !== shard &&
      tables.pauseOf(target) === PauseMode.none &&
      tables.fleet.latencyBetween(shard, target) >= 0 &&
      tables.isServed(target, jobClass) &&
      this.roomIn(target) > 0
    );
  }

  private roomIn(shard: number): number {
    return this.tables.fleet.shards[shard].maxQueue - this.yard.queueLength[shard] - this.yard.inbound[shard];
  }

  /** Whether an open target suits this very job, hops aside: within its home's budget and not visited before. */
  private targetSuits(job: number, shard: number, target: number): boolean {
    const { jobSet, fleet, jobs } = this.tables;
    const home = jobSet.homeOf(job);
    return (
      target !== home &&
      fleet.latencyBetween(shard, target) <= fleet.shards[home].latencyBudgetMs &&
      !jobs.visited(job, target)
    );
  }

  /** The first listed target that can take the job, hops aside; -1 when none can. */
  private targetFor(job: number, shard: number): number {
    const jobClass = this.tables.jobSet.classOf(job);
    for (const target of this.tables.fleet.shards[shard].spilloverTargets) {
      if (this.targetIsOpen(shard, target, jobClass) && this.targetSuits(job, shard, target)) return target;
    }
    return -1;
  }

  private spill(job: number, from: number, to: number, cause: number, tick: number): void {
    this.yard.dequeue(job, from);
    this.tables.record(tick, EventKind.jobSpilled, job, pairOf(from, to), cause);
    this.yard.depart(job);
  }

  /** Ends a queued job. */
  fail(job: number, shard: number, reason: number, tick: number): void {
    this.yard.dequeue(job, shard);
    this.tables.record(tick, EventKind.jobFailed, job, shard, reason);
  }

  private assign(shard: number, tick: number): void {
    const { tables, yard, heads } = this;
    if (yard.freeSlots[shard] === 0 || yard.queueLength[shard] === 0) return;
    for (const c of yard.classesIn[shard]) {
      const queue = yard.queue(shard, c);
      if (queue !== undefined && queue.length > 0) heads.push(queue.first(), c);
    }
    while (heads.length > 0) {
      const job = jobOfKey(heads.tick);
      const jobClass = heads.key;
      heads.pop();
      const node = this.place(shard, jobClass, tables.jobs.work[job]);
      if (node < 0) continue;
      const queue = yard.queue(shard, jobClass);
      if (queue === undefined) continue;
      queue.shift();
      yard.queueLength[shard]--;
      tables.record(tick, EventKind.jobAssigned, job, node, tables.jobs.work[job]);
      yard.seat(job);
      if (queue.length > 0) heads.push(queue.first(), jobClass);
    }
  }

  /** The node that takes a job of this class now, or -1: the best of the best of each kind. O(kinds). */
  private place(shard: number, jobClass: number, remainingTicks: number): number {
    const { fleet } = this.tables;
    const { placement } = fleet.shards[shard];
    let best = -1;
    for (const k of fleet.kindsFor[shard * this.classes + jobClass]) {
      const rank = this.yard.free[k].first();
      if (rank < 0) continue;
      const node = fleet.kinds[k].members[rank];
      const difference = best < 0 ? -1 : this.compare(placement, node, best, remainingTicks);
      if (difference < 0 || (difference === 0 && node < best)) best = node;
    }
    return best;
  }

  /** Below 0 when `placement` prefers node x to node y, 0 when it does not mind. */
  private compare(placement: Shard['placement'], x: number, y: number, remainingTicks: number): number {
    const { fleet, usedSlots } = this.tables;
    if (placement === 'declared') return 0;
    const { nodes, tickMs } = fleet;
    // loads are fractions used/slots, compared by cross products, so that none is ever rounded
    if (placement === 'least-loaded') return usedSlots[x] * nodes[y].slots - usedSlots[y] * nodes[x].slots;
    return (
      costOf(nodes[x].price, remainingTicks, tickMs, true) -
      costOf(nodes[y].price, remainingTicks, tickMs, true)
    );
  }

  private waitsUnserved(shard: number, jobClass: number): boolean {
    const queue = this.yard.queue(shard, jobClass);
    return queue !== undefined && queue.length > 0 && !this.tables.isServed(shard, jobClass);
  }

  private moveUnservable(shard: number, tick: number): void {
    const { tables, yard } = this;
    const keys: number[] = [];
    for (const c of yard.classesIn[shard]) {
      if (!this.waitsUnserved(shard, c)) continue;
      const cell = shard * this.classes + c;
      const mayLeave = tables.fleet.shards[shard].spilloverTargets.some((t) =>
        this.targetIsOpen(shard, t, c),
      );
      if (!mayLeave && tick < this.patienceAt[cell]) continue;
      yard.queue(shard, c)?.collect(keys);
      this.patienceAt[cell] = Number.POSITIVE_INFINITY;
    }
    keys.sort((x, y) => x - y);
    for (const key of keys) {
      const job = jobOfKey(key);
      const target = this.targetFor(job, shard);
      const hopsSpent = tables.jobs.hops[job] >= this.hopLimit;
      if (target >= 0 && !hopsSpent) {
        this.spill(job, shard, target, SpillCause.unservable, tick);
        continue;
      }
      if (target >= 0) {
        this.fail(job, shard, FailureReason.hopLimit, tick);
        continue;
      }
      const jobClass = tables.jobSet.classOf(job);
      const waited = tables.waits.unservableTicks(shard, jobClass, tables.jobs.since[job], tick);
      if (waited >= this.patienceTicks) this.fail(job, shard, FailureReason.noEligibleNode, tick);
      else {
        const cell = shard * this.classes + jobClass;
        this.patienceAt[cell] = Math.min(this.patienceAt[cell], tick + this.patienceTicks - waited);
      }
    }
  }

  private drain(shard: number, policy: SpillPolicy, tick: number): void {
    const { tables, yard } = this;
    const { target } = policy;
    const surplus = yard.queueLength[shard] - policy.threshold;
    if (surplus <= 0) return;
    const classes = yard.classesIn[shard].filter(
      (c) =>
        policy.matches[c] === 1 &&
        (yard.queue(shard, c)?.length ?? 0) > 0 &&
        this.targetIsOpen(shard, target, c),
    );
    if (classes.length === 0) return;
    const wanted = Math.min(surplus, policy.maxDrainPerTick, this.roomIn(target));
    const keys: number[] = [];
    for (const c of classes) {
      let found = 0;
      yard.queue(shard, c)?.descend((key) => {
        const job = jobOfKey(key);
        if (tables.jobs.hops[job] < this.hopLimit && this.targetSuits(job, shard, target)) {
          keys.push(key);
          found++;
        }
        return found < wanted;
      });
    }
    keys.sort((x, y) => y - x);
    for (const key of keys.slice(0, wanted))
      this.spill(jobOfKey(key), shard, target, SpillCause.policy, tick);
  }

  private overflow(shard: number, tick: number): void {
    const { tables, yard } = this;
    while (yard.queueLength[shard] > tables.fleet.shards[shard].maxQueue) {
      let last = -1;
      for (const c of yard.classesIn[shard]) {
        const queue = yard.queue(shard, c);
        if (queue !== undefined && queue.length > 0) last = Math.max(last, queue.last());
      }
      const job = jobOfKey(last);
      const target = this.targetFor(job, shard);
      if (target < 0) this.fail(job, shard, FailureReason.queueFull, tick);
      else if (tables.jobs.hops[job] >= this.hopLimit) this.fail(job, shard, FailureReason.hopLimit, tick);
      else this.spill(job, shard, target, SpillCause.overflow, tick);
    }
  }

  private alert(shard: number, tick: number): void {
    const length = this.yard.queueLength[shard];
    const high = length > this.tables.fleet.shards[shard].alertThreshold ? 1 : 0;
    if (high === this.tables.alert[shard]) return;
    this.tables.record(tick, high === 1 ? EventKind.shardAlert : EventKind.shardCalm, shard, 0, length);
  }
}
