import { LIMITS } from '../limits';
import type { ProblemList } from '../problem-list';
import type { Plan, WorkloadEntry } from '../schema';
import { counted, quoted, thousands } from '../words';

/** The last tick a run of this plan can have. */
export function lastTickOf(plan: Plan): number {
  const { maxTicks, stopAfterTicks } = plan.run;
  return (stopAfterTicks !== undefined && stopAfterTicks < maxTicks ? stopAfterTicks : maxTicks) - 1;
}

/** Spans that end before they begin, and things that come after the end. */
export function checkTimes(plan: Plan, problems: ProblemList): void {
  const { workload, faults } = plan.fabric;
  const last = lastTickOf(plan);
  workload.entries.forEach((entry, i) => {
    const place = `fabric.workload.entries[${i}]`;
    checkArrival(entry, `${place}.arrival`, last, problems);
    checkDuration(entry, `${place}.duration`, problems);
  });
  workload.jobs.forEach((job, i) => {
    if (job.submissionTick > last)
      problems.warning(
        `fabric.workload.jobs[${i}].submissionTick`,
        `Job ${quoted(job.id)} is submitted at tick ${thousands(job.submissionTick)}, but the run ends at tick ${thousands(last)} at the latest`,
        'Submit it earlier, or let the run go on longer.',
      );
  });
  faults.forEach((fault, i) => {
    if (fault.atTick > last)
      problems.warning(
        `fabric.faults[${i}].atTick`,
        `The fault at tick ${thousands(fault.atTick)} comes after the last tick, ${thousands(last)}, and will not happen`,
        'Set it earlier, or let the run go on longer.',
      );
  });
}

function checkArrival(entry: WorkloadEntry, place: string, last: number, problems: ProblemList): void {
  const { arrival, count } = entry;
  const jobs = `${counted(count, 'job')} of ${quoted(entry.idPrefix)}`;
  if (arrival.kind === 'window' && arrival.toTick < arrival.fromTick) {
    problems.error(
      `${place}.toTick`,
      `The window ends at tick ${thousands(arrival.toTick)}, before it begins at tick ${thousands(arrival.fromTick)}`,
      'Set `toTick` to `fromTick` or later.',
    );
    return;
  }
  const first = arrival.kind === 'at' ? arrival.atTick : arrival.fromTick;
  if (arrival.kind === 'poisson') {
    const mean = first + count * arrival.meanIntervalTicks;
    // Six standard deviations: a seed that passes the limit all the same is not to be met.
    const latest = mean + (6 * Math.sqrt(count) + 20) * arrival.meanIntervalTicks;
    if (latest > LIMITS.ticks) {
      problems.error(
        `${place}.meanIntervalTicks`,
        `${jobs}, one every ${arrival.meanIntervalTicks} ticks, could arrive past the limit of ${thousands(LIMITS.ticks)} ticks`,
        'Shorten the interval, or lower the count.',
      );
      return;
    }
    if (first <= last && mean > last)
      problems.warning(
        `${place}.meanIntervalTicks`,
        `${jobs} need about ${thousands(Math.ceil(mean))} ticks to arrive, but the run ends at tick ${thousands(last)} at the latest`,
        'Shorten the interval, or let the run go on longer.',
      );
  }
  if (first > last)
    problems.warning(
      place,
      `The ${jobs} arrive from tick ${thousands(first)} on, but the run ends at tick ${thousands(last)} at the latest`,
      'Let them arrive earlier, or let the run go on longer.',
    );
  else if (arrival.kind === 'window' && arrival.toTick > last + 1)
    problems.warning(
      `${place}.toTick`,
      `Some of the ${jobs} arrive after the last tick, ${thousands(last)}`,
      'End the window earlier, or let the run go on longer.',
    );
}

function checkDuration(entry: WorkloadEntry, place: string, problems: ProblemList): void {
  const { duration } = entry;
  if (duration.kind === 'uniform' && duration.minTicks > duration.maxTicks)
    problems.error(
      `${place}.minTicks`,
      `The shortest duration, ${counted(duration.minTicks, 'tick')}, is longer than the longest, ${counted(duration.maxTicks, 'tick')}`,
      'Exchange `minTicks` and `maxTicks`.',
    );
}
