import type { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import { JobState } from './events';

/** Ticks by reason: slot, skill, paused, transit (WAIT_REASONS). */
export const WAIT_COLUMNS = 4;

/**
 * What a run changes of its jobs: 44 bytes a job. A shard that a job entered besides its home is remembered
 * in `trail`, a list in a pool, since few jobs ever move.
 */
export class JobTable {
  readonly state: Uint8Array;
  /** Where it is, or is sent to. */
  readonly shard: Uint8Array;
  /** Starts lost with their node; faults and commands together can take more than 16 bits hold. */
  readonly attempts: Uint32Array;
  /** Times the router spilled it. */
  readonly hops: Uint16Array;
  /** Remaining ticks; while running: the reading of its shard's work clock at which it is done. */
  readonly work: Int32Array;
  /** Tick at which it entered its present state. */
  readonly since: Int32Array;
  /** Tick of its first start, -1 before. */
  readonly firstStart: Int32Array;
  /** The node it runs or last ran on, -1 before; in transit: the tick at which it arrives. */
  readonly place: Int32Array;
  /** WAIT_COLUMNS for each job, in ticks. */
  readonly waits: Int32Array;
  /** Newest entry of its trail in the pool, -1 for none. */
  private readonly trail: Int32Array;
  private trailShard: number[] = [];
  private trailBefore: number[] = [];

  constructor(readonly count: number) {
    this.state = new Uint8Array(count);
    this.shard = new Uint8Array(count);
    this.attempts = new Uint32Array(count);
    this.hops = new Uint16Array(count);
    this.work = new Int32Array(count);
    this.since = new Int32Array(count);
    this.firstStart = new Int32Array(count).fill(-1);
    this.place = new Int32Array(count).fill(-1);
    this.waits = new Int32Array(count * WAIT_COLUMNS);
    this.trail = new Int32Array(count).fill(-1);
  }

  /** Tick in which it ended; -1 while it has not. */
  endTick(job: number): number {
    return this.hasEnded(job) ? this.since[job] : -1;
  }
  hasEnded(job: number): boolean {
    return this.state[job] >= JobState.completed;
  }

  enter(job: number, shard: number): void {
    if (this.visited(job, shard)) return;
    this.trailBefore.push(this.trail[job]);
    this.trail[job] = this.trailShard.push(shard) - 1;
  }
  /** Whether the job entered `shard` after leaving home; its home is not in the trail. */
  visited(job: number, shard: number): boolean {
    for (let at = this.trail[job]; at >= 0; at = this.trailBefore[at])
      if (this.trailShard[at] === shard) return true;
    return false;
  }

  write(writer: SnapshotWriter): void {
    for (const name of COLUMNS) writer.column(`jobs.${name}`, this[name]);
    writer.column('jobs.trail', this.trail);
    writer.column('jobs.trailShard', Int32Array.from(this.trailShard));
    writer.column('jobs.trailBefore', Int32Array.from(this.trailBefore));
  }

  read(reader: SnapshotReader): void {
    this.state.set(reader.column('jobs.state', Uint8Array));
    this.shard.set(reader.column('jobs.shard', Uint8Array));
    this.attempts.set(reader.column('jobs.attempts', Uint32Array));
    this.hops.set(reader.column('jobs.hops', Uint16Array));
    this.work.set(reader.column('jobs.work', Int32Array));
    this.since.set(reader.column('jobs.since', Int32Array));
    this.firstStart.set(reader.column('jobs.firstStart', Int32Array));
    this.place.set(reader.column('jobs.place', Int32Array));
    this.waits.set(reader.column('jobs.waits', Int32Array));
    this.trail.set(reader.column('jobs.trail', Int32Array));
    this.trailShard = Array.from(reader.column('jobs.trailShard', Int32Array));
    this.trailBefore = Array.from(reader.column('jobs.trailBefore', Int32Array));
  }
}

const COLUMNS = [
  'state',
  'shard',
  'attempts',
  'hops',
  'work',
  'since',
  'firstStart',
  'place',
  'waits',
] as const;
