import { LIMITS } from '../limits';
import type { ProblemList } from '../problem-list';
import type { Plan } from '../schema';
import { thousands } from '../words';
import { serializePlan } from '../write';
import { jobGroups } from './job-groups';

/** Explicit jobs from which the written-out plan could pass the size a plan file may have. */
const MANY_JOBS = 50_000;

/** Totals that no single field shows. */
export function checkLimits(plan: Plan, problems: ProblemList): void {
  const { workload, nodes } = plan.fabric;
  const groups = jobGroups(plan);
  let jobs = 0n;
  let value = 0n;
  for (const entry of workload.entries) {
    const count = BigInt(entry.count);
    jobs += count;
    value += count * BigInt(entry.value) + (BigInt(entry.valueStep) * count * (count - 1n)) / 2n;
  }
  jobs += BigInt(workload.jobs.length);
  for (const job of workload.jobs) value += BigInt(job.value);

  const tags = new Set<string>();
  for (const node of nodes) for (const tag of [...node.specialties, ...node.compliance]) tags.add(tag);
  const classes = new Set<string>();
  for (const group of groups) {
    for (const tag of [...group.requiredSkills, ...group.requiredCompliance]) tags.add(tag);
    classes.add(group.classKey);
  }

  const atMost = (place: string, found: bigint, limit: number, what: string, remedy: string): void => {
    if (found > BigInt(limit))
      problems.error(
        place,
        `This mission has ${thousands(found)} ${what}, more than the limit of ${thousands(limit)}`,
        remedy,
      );
  };
  atMost(
    'fabric.workload',
    jobs,
    LIMITS.jobs,
    'jobs',
    'Lower the counts, or split it into several missions.',
  );
  atMost('fabric', BigInt(tags.size), LIMITS.tags, 'skills and compliance tags', 'Use fewer different tags.');
  atMost(
    'fabric.workload',
    BigInt(classes.size),
    LIMITS.jobClasses,
    'job classes (sets of skills and compliance)',
    'Let jobs share the same requirements.',
  );
  if (value > BigInt(LIMITS.sum))
    problems.error(
      'fabric.workload',
      `The jobs are worth ${thousands(value)} in all, more than the limit of ${thousands(LIMITS.sum)}`,
      'Give values in a larger unit.',
    );
  if (jobs === 0n)
    problems.warning(
      'fabric.workload',
      'This mission asks for no job, so it ends in its first tick',
      'Add workload entries or jobs.',
    );
  if (workload.jobs.length > MANY_JOBS && serializePlan(plan).length > LIMITS.planBytes)
    problems.error(
      'fabric.workload.jobs',
      `Written out with every default, this plan passes the limit of ${thousands(LIMITS.planBytes)} bytes, so no report of it could be read`,
      'Describe jobs as workload entries instead of one by one.',
    );
}
