import { compareUtf8, type FabricPlan } from '../../plan';
import { assert } from '../kernel/assert';
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

/** What a job asks of a node; jobs with equal requirements share one. */
export interface JobClass {
  name: string;
  skills: string[];
  compliance: string[];
}

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
    const classes: JobClass[] = [];
    const classByKey = new Map<string, number>();
    const classFor = (skills: readonly string[], compliance: readonly string[]): number => {
      const s = [...new Set(skills)].sort(compareUtf8);
      const c = [...new Set(compliance)].sort(compareUtf8);
      const key = JSON.stringify([s, c]);
      let found = classByKey.get(key);
      if (found === undefined) {
        const wants = [...s, ...c.map((tag) => `${tag} certified`)];
        found =
          classes.push({
            name: wants.length === 0 ? 'anything' : wants.join(' + '),
            skills: s,
            compliance: c,
          }) - 1;
        classByKey.set(key, found);
      }
      return found;
    };
    const shardNumber = new Map(plan.shards.map((s, i) => [s.id, i]));
    const home = (id: string): number => {
      const number = shardNumber.get(id);
      assert(number !== undefined, `shard ${id} exists (preflight)`);
      return number;
    };

    interface Source {
      group: JobGroup;
      count: number;
      fill(ticks: Int32Array, durations: Int32Array, from: number): void;
    }
    const sources: Source[] = plan.workload.entries.map((entry) => ({
      group: {
        stem: `${entry.idPrefix}-`,
        digits: Math.max(4, String(entry.count).length),
        home: home(entry.shard),
        jobClass: classFor(entry.requiredSkills, entry.requiredCompliance),
        priority: entry.priority,
        deadlineTicks: entry.deadlineTicks ?? 0,
        value: entry.value,
        valueStep: entry.valueStep,
        title: entry.title ?? entry.idPrefix,
      },
      count: entry.count,
      fill: (ticks, durations, from) => {
        fillArrivals(entry, seed, ticks, from);
        fillDurations(entry, seed, durations, from);
      },
    }));
    for (const job of plan.workload.jobs) {
      sources.push({
        group: {
          stem: job.id,
          digits: 0,
          home: home(job.shard),
          jobClass: classFor(job.requiredSkills, job.requiredCompliance),
          priority: job.priority,
          deadlineTicks: job.deadlineTicks ?? 0,
          value: job.value,
          valueStep: 0,
          title: job.id,
        },
        count: 1,
        fill: (ticks, durations, from) => {
          ticks[from] = job.submissionTick;
          durations[from] = job.estimatedDurationTicks;
        },
      });
    }
    sources.sort((x, y) => compareUtf8(x.group.stem, y.group.stem));

    const count = sources.reduce((sum, s) => sum + s.count, 0);
    const groups = sources.map((s) => s.group);
    const group = new Int32Array(count);
    const ordinal = new Int32Array(count);
    const ticks = new Int32Array(count);
    const durations = new Int32Array(count);
    const starts = new Int32Array(sources.length + 1);
    let at = 0;
    sources.forEach((source, g) => {
      source.fill(ticks, durations, at);
      group.fill(g, at, at + source.count);
      if (source.group.digits > 0) for (let k = 0; k < source.count; k++) ordinal[at + k] = k + 1;
      at += source.count;
      starts[g + 1] = at;
    });
    const order = orderByTick(ticks, orderByName(groups, starts));
    return new JobSet(
      groups,
      classes,
      order.map((i) => group[i]),
      order.map((i) => ordinal[i]),
      order.map((i) => ticks[i]),
      order.map((i) => durations[i]),
    );
  }
}
