import { compareUtf8, type JobPlan, type Plan, type WorkloadEntry } from '../../../../plan';
import { createStream } from '../../../kernel/random';

/** A job as the mission asks for it; its number is its place in the list of all jobs. */
export interface AskedJob {
  id: string;
  /** Home shard, by id. */
  shard: string;
  skills: string[];
  compliance: string[];
  durationTicks: number;
  value: number;
  submissionTick: number;
  priority: number;
  deadlineTicks: number | null;
}

/** Every job of a plan, numbered by (submissionTick, id as UTF-8 bytes). */
export function expandJobs(plan: Plan): AskedJob[] {
  const asked = [
    ...plan.fabric.workload.entries.flatMap((entry) => fromEntry(entry, plan.seed)),
    ...plan.fabric.workload.jobs.map(fromJob),
  ];
  return asked.sort((a, b) => a.submissionTick - b.submissionTick || compareUtf8(a.id, b.id));
}

/** The ids of an entry's jobs, by ordinal. */
export function entryIds(entry: Pick<WorkloadEntry, 'idPrefix' | 'count'>): string[] {
  const width = Math.max(4, String(entry.count).length);
  return Array.from(
    { length: entry.count },
    (_, k) => `${entry.idPrefix}-${String(k + 1).padStart(width, '0')}`,
  );
}

function fromJob(job: JobPlan): AskedJob {
  return {
    id: job.id,
    shard: job.shard,
    skills: job.requiredSkills,
    compliance: job.requiredCompliance,
    durationTicks: job.estimatedDurationTicks,
    value: job.value,
    submissionTick: job.submissionTick,
    priority: job.priority,
    deadlineTicks: job.deadlineTicks ?? null,
  };
}

function fromEntry(entry: WorkloadEntry, seed: string): AskedJob[] {
  const arrivals = arrivalTicks(entry, seed);
  const durations = durationTicks(entry, seed);
  return entryIds(entry).map((id, k) => ({
    id,
    shard: entry.shard,
    skills: entry.requiredSkills,
    compliance: entry.requiredCompliance,
    durationTicks: durations[k],
    value: entry.value + k * entry.valueStep,
    submissionTick: arrivals[k],
    priority: entry.priority,
    deadlineTicks: entry.deadlineTicks ?? null,
  }));
}

function arrivalTicks({ arrival, count, idPrefix }: WorkloadEntry, seed: string): number[] {
  if (arrival.kind === 'at') return Array(count).fill(arrival.atTick);
  if (arrival.kind === 'window') {
    const span = arrival.toTick - arrival.fromTick;
    return Array.from({ length: count }, (_, k) => arrival.fromTick + Math.floor((k * span) / count));
  }
  const stream = createStream(seed, `arrival:${idPrefix}`);
  const ticks: number[] = [];
  let sum = 0;
  for (let k = 0; k < count; k++) {
    sum += stream.exponential() * arrival.meanIntervalTicks;
    ticks.push(arrival.fromTick + Math.floor(sum));
  }
  return ticks;
}

function durationTicks({ duration, count, idPrefix }: WorkloadEntry, seed: string): number[] {
  if (duration.kind === 'fixed') return Array(count).fill(duration.ticks);
  const stream = createStream(seed, `duration:${idPrefix}`);
  return Array.from({ length: count }, () => {
    if (duration.kind === 'uniform') {
      return duration.minTicks + stream.below(duration.maxTicks - duration.minTicks + 1);
    }
    const r = stream.below(duration.rows.reduce((sum, row) => sum + row.weight, 0));
    let cumulative = 0;
    for (const row of duration.rows) {
      cumulative += row.weight;
      if (cumulative > r) return row.ticks;
    }
    throw new Error('a draw below the sum of weights always falls into a row');
  });
}
