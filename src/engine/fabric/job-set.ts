import { compareUtf8, type FabricPlan, type JobPlan, type WorkloadEntry } from '../../plan';
import { assert } from '../kernel/assert';
import { type JobClass, JobClasses } from './job-classes';
import { fillArrivals, fillDurations } from './job-draws';
import { JobIndex } from './job-index';
import { nameIn, orderByName, orderByTick } from './job-order';

/** Jobs that share everything but ordinal, duration and submission: an entry of the plan, or one job of its list. */
export interface JobGroup {
  /** The id itself for a listed job, else the prefix with its dash. */
  stem: string;
  /** Digits of the ordinal; 0 for a listed job. */
  digits: number;
  home: number;
  jobClass: number;
  priority: number;
  /** 0 = no deadline. */
  deadlineTicks: number;
  value: number;
  valueStep: number;
  /** For people: what this kind of job is. */
  title: string;
}

/** Where a group comes from: an entry of the plan or a job of its list. */
type Source = { group: JobGroup } & ({ entry: WorkloadEntry; job: null } | { entry: null; job: JobPlan });

/**
 * Every job of a plan, never changed by a run. A job's number is its rank by (submissionTick, id as UTF-8);
 * 14 to 16 bytes a job, names are made when asked for.
 */
export class JobSet {
  private index: JobIndex | null = null;

  private constructor(
    readonly groups: readonly JobGroup[],
    readonly classes: readonly JobClass[],
    readonly group: Int32Array,
    /** From 1; 0 for a listed job. */
    readonly ordinal: Int32Array,
    readonly submissionTick: Int32Array,
    readonly durationTicks: Int32Array,
  ) {}

  get count(): number {
    return this.group.length;
  }

  nameOf(job: number): string {
    return nameIn(this.groups[this.group[job]], this.ordinal[job]);
  }
  classOf(job: number): number {
    return this.groups[this.group[job]].jobClass;
  }
  homeOf(job: number): number {
    return this.groups[this.group[job]].home;
  }
  valueOf(job: number): number {
    const group = this.groups[this.group[job]];
    return group.digits === 0 ? group.value : group.value + (this.ordinal[job] - 1) * group.valueStep;
  }

  /** The job with this id, or -1. */
  find(id: string): number {
    return this.byId.find(id);
  }

  /** How many different ids there are; `count` unless the plan names one twice. */
  distinctIds(): number {
    return this.byId.distinctIds();
  }

  private get byId(): JobIndex {
    this.index ??= new JobIndex(this.groups, this.group, this.ordinal);
    return this.index;
  }

  /** All jobs of `plan`; draws come from streams named by entry, so the order in a file cannot matter. */
  static of(plan: FabricPlan, seed: string): JobSet {
    const classes = new JobClasses();
    const shardNumber = new Map(plan.shards.map((s, i) => [s.id, i]));
    const home = (id: string): number => {
      const number = shardNumber.get(id);
      assert(number !== undefined, `shard ${id} exists (preflight)`);
      return number;
    };

    const sources: Source[] = [];
    for (const entry of plan.workload.entries) {
      const group = {
        stem: `${entry.idPrefix}-`,
        digits: Math.max(4, String(entry.count).length),
        home: home(entry.shard),
        jobClass: classes.numberOf(entry.requiredSkills, entry.requiredCompliance),
        priority: entry.priority,
        deadlineTicks: entry.deadlineTicks ?? 0,
        value: entry.value,
        valueStep: entry.valueStep,
        title: entry.title ?? entry.idPrefix,
      };
      sources.push({ group, entry, job: null });
    }
    for (const job of plan.workload.jobs) {
      const group = {
        stem: job.id,
        digits: 0,
        home: home(job.shard),
        jobClass: classes.numberOf(job.requiredSkills, job.requiredCompliance),
        priority: job.priority,
        deadlineTicks: job.deadlineTicks ?? 0,
        value: job.value,
        valueStep: 0,
        title: job.id,
      };
      sources.push({ group, entry: null, job });
    }
    sources.sort((x, y) => compareUtf8(x.group.stem, y.group.stem));

    const groups = sources.map((s) => s.group);
    const starts = new Int32Array(sources.length + 1);
    sources.forEach(({ entry }, g) => {
      starts[g + 1] = starts[g] + (entry === null ? 1 : entry.count);
    });
    const count = starts[sources.length];
    const group = new Int32Array(count);
    const ordinal = new Int32Array(count);
    const ticks = new Int32Array(count);
    const durations = new Int32Array(count);
    sources.forEach(({ entry, job }, g) => {
      const from = starts[g];
      group.fill(g, from, starts[g + 1]);
      if (entry === null) {
        ticks[from] = job.submissionTick;
        durations[from] = job.estimatedDurationTicks;
      } else {
        for (let k = 0; k < entry.count; k++) ordinal[from + k] = k + 1;
        fillArrivals(entry, seed, ticks, from);
        fillDurations(entry, seed, durations, from);
      }
    });
    const order = orderByTick(ticks, orderByName(groups, starts));
    return new JobSet(
      groups,
      classes.list,
      order.map((i) => group[i]),
      order.map((i) => ordinal[i]),
      order.map((i) => ticks[i]),
      order.map((i) => durations[i]),
    );
  }
}
