import { LIMITS } from '../limits';
import type { ProblemList } from '../problem-list';
import type { Plan, WorkloadEntry } from '../schema';
import { utf8Length } from '../text';
import { quoted } from '../words';

/** Every shard, node and job must have an id of its own, those made from entries included. */
export function checkIdentity(plan: Plan, problems: ProblemList): void {
  const { shards, nodes, workload } = plan.fabric;
  unique(shards, 'shard', 'fabric.shards', problems);
  unique(nodes, 'node', 'fabric.nodes', problems);
  checkPrefixes(workload.entries, problems);
  checkJobs(plan, problems);
}

function unique(things: readonly { id: string }[], what: string, place: string, problems: ProblemList): void {
  const first = new Map<string, number>();
  things.forEach(({ id }, i) => {
    const known = first.get(id);
    if (known === undefined) first.set(id, i);
    else
      problems.error(
        `${place}[${i}].id`,
        `The ${what} id ${quoted(id)} is already taken by ${place}[${known}]`,
        'Give one of them another id.',
      );
  });
}

/** Different prefixes never make the same id (the last dash parts it), so only the prefixes must differ. */
function checkPrefixes(entries: readonly WorkloadEntry[], problems: ProblemList): void {
  const first = new Map<string, number>();
  entries.forEach((entry, i) => {
    const place = `fabric.workload.entries[${i}].idPrefix`;
    const known = first.get(entry.idPrefix);
    if (known === undefined) first.set(entry.idPrefix, i);
    else
      problems.error(
        place,
        `The prefix ${quoted(entry.idPrefix)} is already used by entry ${known + 1}, so their jobs would have the same ids`,
        'Give each entry a prefix of its own.',
      );
    if (utf8Length(entry.idPrefix) + 1 + ordinalDigits(entry.count) > LIMITS.idBytes)
      problems.error(
        place,
        `Ids made from this prefix are longer than ${LIMITS.idBytes} bytes`,
        'Shorten the prefix.',
      );
  });
}

function checkJobs(plan: Plan, problems: ProblemList): void {
  const { entries, jobs } = plan.fabric.workload;
  unique(jobs, 'job', 'fabric.workload.jobs', problems);
  const isGenerated = generatedIds(entries);
  jobs.forEach((job, i) => {
    if (isGenerated(job.id))
      problems.error(
        `fabric.workload.jobs[${i}].id`,
        `The job id ${quoted(job.id)} is also made by a workload entry`,
        'Give the job another id, or the entry another prefix.',
      );
  });
}

/** Digits of an entry's ordinals: four, or as many as its count needs. */
function ordinalDigits(count: number): number {
  return Math.max(4, String(count).length);
}

/** Tells whether an id is made by one of `entries`, without making ten million ids. */
export function generatedIds(entries: readonly WorkloadEntry[]): (id: string) => boolean {
  const counts = new Map(entries.map((entry) => [entry.idPrefix, entry.count]));
  return (id) => {
    const dash = id.lastIndexOf('-');
    const count = dash < 0 ? undefined : counts.get(id.slice(0, dash));
    if (count === undefined) return false;
    const digits = id.slice(dash + 1);
    if (!/^\d+$/.test(digits) || digits.length !== ordinalDigits(count)) return false;
    return Number(digits) >= 1 && Number(digits) <= count;
  };
}
