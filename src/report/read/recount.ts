import { EventKind, type EventRow, type FabricTables } from '../../engine';
import { counted } from '../../plan';

/** Jobs named one by one where the books do not balance. */
const MOST_NAMED = 3;

/**
 * Counts events into totals, plainly: a second pair of eyes that shares nothing with the tables' `apply`. It knows the
 * plan's jobs and prices, and no rule of the fabric.
 */
export class Recount {
  readonly events = new Float64Array(256);
  submitted = 0;
  valueSubmitted = 0;
  valueCompleted = 0;
  valueFailed = 0;
  valueCancelled = 0;
  /** By currency, in smallest units. */
  readonly paid: number[];
  readonly completedOnNode: Float64Array;
  readonly paidToNode: Float64Array;
  private cancelledOnTheWay = 0;
  /** Per job: times submitted, ended, moved on less arrived; capped, since two is already one too many. */
  private readonly submissions: Uint8Array;
  private readonly ends: Uint8Array;
  private readonly onTheWay: Uint8Array;
  private readonly twice = {
    submitted: [] as number[],
    ended: [] as number[],
    neverSubmitted: [] as number[],
  };
  private readonly faults = { submitted: 0, ended: 0, neverSubmitted: 0 };

  constructor(private readonly tables: FabricTables) {
    const { jobSet, fleet } = tables;
    this.paid = fleet.currencies.map(() => 0);
    this.completedOnNode = new Float64Array(fleet.nodes.length);
    this.paidToNode = new Float64Array(fleet.nodes.length);
    this.submissions = new Uint8Array(jobSet.count);
    this.ends = new Uint8Array(jobSet.count);
    this.onTheWay = new Uint8Array(jobSet.count);
  }

  add({ kind, a, b, value }: EventRow): void {
    this.events[kind]++;
    const { jobSet } = this.tables;
    switch (kind) {
      case EventKind.jobSubmitted:
        this.submitted++;
        this.valueSubmitted += jobSet.valueOf(a);
        this.once(this.submissions, a, 'submitted');
        break;
      case EventKind.jobCompleted:
        this.valueCompleted += jobSet.valueOf(a);
        this.completedOnNode[b]++;
        this.pay(b, value);
        this.end(a);
        break;
      case EventKind.jobLost:
      case EventKind.jobPreempted:
        this.pay(b, value);
        break;
      case EventKind.jobSpilled:
      case EventKind.jobRerouted:
        this.onTheWay[a] = 1;
        break;
      case EventKind.jobArrived:
        this.onTheWay[a] = 0;
        break;
      case EventKind.jobFailed:
        this.valueFailed += jobSet.valueOf(a);
        this.end(a);
        break;
      case EventKind.jobCancelled:
        this.valueCancelled += jobSet.valueOf(a);
        if (this.onTheWay[a] === 1) this.cancelledOnTheWay++;
        this.onTheWay[a] = 0;
        this.end(a);
        break;
    }
  }

  get completed(): number {
    return this.events[EventKind.jobCompleted];
  }
  get failed(): number {
    return this.events[EventKind.jobFailed];
  }
  get cancelled(): number {
    return this.events[EventKind.jobCancelled];
  }
  get running(): number {
    return (
      this.events[EventKind.jobAssigned] -
      this.completed -
      this.events[EventKind.jobLost] -
      this.events[EventKind.jobPreempted]
    );
  }
  get transit(): number {
    return (
      this.events[EventKind.jobSpilled] +
      this.events[EventKind.jobRerouted] -
      this.events[EventKind.jobArrived] -
      this.cancelledOnTheWay
    );
  }
  get queued(): number {
    return this.submitted - this.running - this.transit - this.completed - this.failed - this.cancelled;
  }

  /** What does not balance, in sentences; empty when everything does. */
  faultsInWords(): string[] {
    const { jobSet } = this.tables;
    const named = (jobs: readonly number[], count: number): string => {
      const names = jobs.map((j) => jobSet.nameOf(j)).join(', ');
      return count > jobs.length ? `${names} and ${count - jobs.length} more` : names;
    };
    const { twice, faults } = this;
    const words: string[] = [];
    if (faults.ended > 0)
      words.push(
        `${counted(faults.ended, 'job ends', 'jobs end')} twice: ${named(twice.ended, faults.ended)}.`,
      );
    if (faults.submitted > 0)
      words.push(
        `${counted(faults.submitted, 'job is', 'jobs are')} submitted twice: ${named(twice.submitted, faults.submitted)}.`,
      );
    if (faults.neverSubmitted > 0)
      words.push(
        `${counted(faults.neverSubmitted, 'job ends', 'jobs end')} without having been submitted: ${named(twice.neverSubmitted, faults.neverSubmitted)}.`,
      );
    const open = this.openJobs();
    const moving = this.queued + this.running + this.transit;
    if (open !== moving)
      words.push(
        `${counted(open, 'job')} did not end, but ${counted(moving, 'job')} should be queued, running or on the way.`,
      );
    for (const [what, count] of [
      ['queued', this.queued],
      ['running', this.running],
      ['on the way', this.transit],
    ] as const)
      if (count < 0) words.push(`Fewer than no jobs would be ${what} (${count}).`);
    return words;
  }

  private openJobs(): number {
    let open = 0;
    for (let j = 0; j < this.submissions.length; j++)
      if (this.submissions[j] > 0 && this.ends[j] === 0) open++;
    return open;
  }

  private end(job: number): void {
    if (this.submissions[job] === 0) this.fault('neverSubmitted', job);
    this.once(this.ends, job, 'ended');
  }

  private once(column: Uint8Array, job: number, what: 'submitted' | 'ended'): void {
    if (column[job] === 1) this.fault(what, job);
    if (column[job] < 2) column[job]++;
  }

  private fault(what: keyof Recount['faults'], job: number): void {
    this.faults[what]++;
    if (this.twice[what].length < MOST_NAMED) this.twice[what].push(job);
  }

  private pay(node: number, cost: number): void {
    if (cost === 0) return;
    this.paidToNode[node] += cost;
    const { price } = this.tables.fleet.nodes[node];
    if (price !== null) this.paid[price.currency] += cost;
  }
}
