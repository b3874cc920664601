import type { Plan, WorkloadEntry } from '../schema';
import { compareUtf8 } from '../text';

/** Jobs of one home shard with the same requirements: what preflight asks about, instead of ten million jobs. */
export interface JobGroup {
  shard: string;
  requiredSkills: string[];
  requiredCompliance: string[];
  /** The same for groups whose requirements are the same sets. */
  classKey: string;
  count: number;
  /** Where the first of them stands in the plan. */
  place: string;
}

/** Every group of a plan, in the order of first mention. */
export function jobGroups(plan: Plan): JobGroup[] {
  const groups = new Map<string, JobGroup>();
  const add = (
    job: Pick<WorkloadEntry, 'shard' | 'requiredSkills' | 'requiredCompliance'>,
    count: number,
    place: string,
  ) => {
    const requiredSkills = asSet(job.requiredSkills);
    const requiredCompliance = asSet(job.requiredCompliance);
    const classKey = JSON.stringify([requiredSkills, requiredCompliance]);
    const key = JSON.stringify([job.shard, classKey]);
    const known = groups.get(key);
    if (known !== undefined) known.count += count;
    else groups.set(key, { shard: job.shard, requiredSkills, requiredCompliance, classKey, count, place });
  };
  const { entries, jobs } = plan.fabric.workload;
  for (const [i, entry] of entries.entries()) add(entry, entry.count, `fabric.workload.entries[${i}]`);
  for (const [i, job] of jobs.entries()) add(job, 1, `fabric.workload.jobs[${i}]`);
  return [...groups.values()];
}

function asSet(tags: readonly string[]): string[] {
  return [...new Set(tags)].sort(compareUtf8);
}
