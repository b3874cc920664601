import { assert } from '../kernel/assert';
import { FreeSet } from '../kernel/free-set';
import { LoadTree } from '../kernel/load-tree';
import { SortedBlocks } from '../kernel/sorted-blocks';
import { TickHeap } from '../kernel/tick-heap';
import { JobState } from './events';
import { Seats } from './seats';
import type { FabricTables } from './tables';

/** Bits of a job number inside its sort key; the priority stands above them. */
const JOB_BITS = 24;
const JOB_MASK = (1 << JOB_BITS) - 1;

/**
 * Indices that let the routers find jobs and nodes quickly. They hold nothing that the tables do not say:
 * `rebuild` makes them from the tables, so a snapshot never carries them.
 */
export class Yard {
  /** Waiting jobs by `shard * classes + class`, as keys in job order. */
  private readonly queues: (SortedBlocks | undefined)[];
  /** Classes that ever waited in each shard. */
  readonly classesIn: number[][];
  readonly queueLength: Int32Array;
  /** Jobs on their way to each shard. */
  readonly inbound: Int32Array;
  readonly seats: Seats[];
  /** Per job: its seat while it runs. */
  private readonly seatOf: Int32Array;
  /** Members of each kind of node that are active and have a free slot, the best for its shard's placement first. */
  readonly free: (FreeSet | LoadTree)[];
  /** Slots of active nodes that no job holds; a double, since a node may claim more slots than 32 bits count. */
  readonly freeSlots: Float64Array;
  /** Jobs in transit by (arrival tick, key); entries of jobs that left transit early are stale. */
  private readonly arrivals = new TickHeap();
  private readonly priority: Uint8Array;
  private readonly classes: number;

  constructor(private readonly tables: FabricTables) {
    const { fleet, jobSet } = tables;
    const shards = fleet.shards.length;
    this.classes = jobSet.classes.length;
    this.queues = new Array(shards * this.classes);
    this.classesIn = Array.from({ length: shards }, () => []);
    this.queueLength = new Int32Array(shards);
    this.inbound = new Int32Array(shards);
    this.seats = Array.from({ length: shards }, () => new Seats());
    this.seatOf = new Int32Array(jobSet.count).fill(-1);
    this.free = fleet.kinds.map(({ shard, members }) =>
      fleet.shards[shard].placement === 'least-loaded'
        ? new LoadTree(members.length)
        : new FreeSet(members.length),
    );
    this.freeSlots = new Float64Array(shards);
    this.priority = new Uint8Array(jobSet.groups.length);
    for (let g = 0; g < this.priority.length; g++) this.priority[g] = jobSet.groups[g].priority;
    this.rebuild();
  }

  /** Job order as one number: (priority, job number). */
  keyOf(job: number): number {
    return (this.priority[this.tables.jobSet.group[job]] << JOB_BITS) | job;
  }

  queue(shard: number, jobClass: number): SortedBlocks | undefined {
    return this.queues[shard * this.classes + jobClass];
  }

  enqueue(job: number): void {
    const shard = this.tables.jobs.shard[job];
    const cell = shard * this.classes + this.tables.jobSet.classOf(job);
    let queue = this.queues[cell];
    if (queue === undefined) {
      queue = new SortedBlocks();
      this.queues[cell] = queue;
      this.classesIn[shard].push(cell - shard * this.classes);
    }
    queue.add(this.keyOf(job));
    this.queueLength[shard]++;
  }

  dequeue(job: number, shard: number): void {
    const queue = this.queues[shard * this.classes + this.tables.jobSet.classOf(job)];
    assert(queue !== undefined, 'a queued job has a queue');
    queue.remove(this.keyOf(job));
    this.queueLength[shard]--;
  }

  /** Seats a job that the tables already show running. */
  seat(job: number): void {
    const { jobs, usedSlots, fleet } = this.tables;
    const node = jobs.place[job];
    const { region, slots, kind, rank } = fleet.nodes[node];
    this.seatOf[job] = this.seats[region].take(job, node, jobs.work[job]);
    this.freeSlots[region]--;
    if (usedSlots[node] >= slots) this.free[kind].clear(rank);
    else this.free[kind].set(rank, usedSlots[node]);
  }

  /** Frees the seat of a job that the tables take off `node` next. */
  unseat(job: number, node: number): void {
    const { region, kind, rank } = this.tables.fleet.nodes[node];
    this.seats[region].leave(this.seatOf[job]);
    this.seatOf[job] = -1;
    if (this.tables.offline[node] === 1) return;
    this.freeSlots[region]++;
    this.free[kind].set(rank, this.tables.usedSlots[node] - 1);
  }

  /** Takes a node out before its jobs leave it, or brings it back empty. */
  setActive(node: number, active: boolean): void {
    const { region, slots, kind, rank } = this.tables.fleet.nodes[node];
    const room = slots - this.tables.usedSlots[node];
    this.freeSlots[region] += active ? room : -room;
    if (active && room > 0) this.free[kind].set(rank, this.tables.usedSlots[node]);
    else this.free[kind].clear(rank);
  }

  depart(job: number): void {
    const { jobs } = this.tables;
    this.inbound[jobs.shard[job]]++;
    this.arrivals.push(jobs.place[job], this.keyOf(job));
  }

  /** The tick of the next arrival, or Infinity. */
  nextArrival(): number {
    const { jobs } = this.tables;
    while (this.arrivals.length > 0) {
      const job = this.arrivals.key & JOB_MASK;
      if (jobs.state[job] === JobState.transit && jobs.place[job] === this.arrivals.tick)
        return this.arrivals.tick;
      this.arrivals.pop();
    }
    return Number.POSITIVE_INFINITY;
  }
  /** The first job in job order that arrives in `tick`, or -1. */
  takeArrival(tick: number): number {
    if (this.nextArrival() !== tick) return -1;
    const job = this.arrivals.key & JOB_MASK;
    this.arrivals.pop();
    this.inbound[this.tables.jobs.shard[job]]--;
    return job;
  }

  private rebuild(): void {
    const { jobs, fleet, offline } = this.tables;
    for (let n = 0; n < fleet.nodes.length; n++) {
      if (offline[n] === 1) continue;
      const { region, slots, kind, rank } = fleet.nodes[n];
      this.freeSlots[region] += slots;
      this.free[kind].set(rank, 0);
    }
    for (let j = 0; j < jobs.count; j++) {
      const state = jobs.state[j];
      if (state === JobState.queued) this.enqueue(j);
      else if (state === JobState.running) this.seat(j);
      else if (state === JobState.transit) this.depart(j);
    }
  }
}

/** The job in a key. */
export const jobOfKey = (key: number): number => key & JOB_MASK;
