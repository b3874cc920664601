import { TimingWheel } from '../kernel/timing-wheel';

/**
 * The running jobs of one shard: a small dense number each, found by the work clock at which they are done
 * and by the node they occupy.
 */
export class Seats {
  readonly wheel = new TimingWheel();
  private readonly job: number[] = [];
  private readonly node: number[] = [];
  private readonly next: number[] = [];
  private readonly previous: number[] = [];
  private readonly heads = new Map<number, number>();
  private readonly free: number[] = [];

  /** Seats a job on a node until its shard's work clock reads `due`; returns the seat. */
  take(job: number, node: number, due: number): number {
    const seat = this.free.pop() ?? this.job.length;
    const head = this.heads.get(node) ?? -1;
    this.job[seat] = job;
    this.node[seat] = node;
    this.next[seat] = head;
    this.previous[seat] = -1;
    if (head >= 0) this.previous[head] = seat;
    this.heads.set(node, seat);
    this.wheel.add(seat, due);
    return seat;
  }

  leave(seat: number): void {
    const next = this.next[seat];
    const previous = this.previous[seat];
    if (next >= 0) this.previous[next] = previous;
    if (previous >= 0) this.next[previous] = next;
    else this.heads.set(this.node[seat], next);
    this.wheel.remove(seat);
    this.free.push(seat);
  }

  jobAt(seat: number): number {
    return this.job[seat];
  }

  /** Jobs running on a node, in no order that means anything. */
  jobsOn(node: number): number[] {
    const jobs: number[] = [];
    for (let seat = this.heads.get(node) ?? -1; seat >= 0; seat = this.next[seat]) jobs.push(this.job[seat]);
    return jobs;
  }
}
