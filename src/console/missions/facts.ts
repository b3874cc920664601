import type { Plan, ScheduledCommand } from '../../plan';
import type { Estimate, RunEntry } from '../../runner';
import { bytes, counted, whole } from '../format';
import { roughly } from '../words';

/** "4 shards, 9 nodes, 10,000 jobs, 12 commands": what a mission is made of. */
export function partsOf({ fabric }: Plan, commands: readonly ScheduledCommand[]): string {
  const { entries, jobs } = fabric.workload;
  const total = jobs.length + entries.reduce((sum, entry) => sum + entry.count, 0);
  return [
    counted(fabric.shards.length, 'shard'),
    counted(fabric.nodes.length, 'node'),
    counted(total, 'job'),
    ...(fabric.faults.length > 0 ? [counted(fabric.faults.length, 'fault')] : []),
    ...(commands.length > 0 ? [counted(commands.length, 'command')] : []),
  ].join(', ');
}

/** "about 550 ticks, well under a second, 14 MB": what it will take, before it is started. */
export function estimateWords({ ticks, engineMs, memoryBytes }: Estimate): string {
  return `about ${whole(twoDigits(ticks))} ticks, ${roughly(engineMs)}, ${bytes(twoDigits(memoryBytes))} of memory`;
}

/** An estimate is not known to the last digit: 548 -> 550. */
function twoDigits(n: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) - 1);
  return Math.round(n / unit) * unit;
}

/** How a run of the library stands, in one line. */
export function standingOf(run: RunEntry): { words: string; tone: 'plain' | 'warn' } {
  const done = `${whole(run.jobsCompleted)} of ${whole(run.jobsTotal)} done`;
  if (run.state === 'in another tab') return { words: 'Open in another tab of this browser', tone: 'plain' };
  if (run.state === 'interrupted') {
    if (run.status === 'ready') return { words: 'Ready, not started', tone: 'plain' };
    const about = run.endTickEstimate === null ? '' : ` of about ${whole(run.endTickEstimate)}`;
    return { words: `Interrupted at tick ${whole(run.tick)}${about}`, tone: 'warn' };
  }
  switch (run.status) {
    case 'completed':
      return { words: `Complete, ${done}`, tone: 'plain' };
    case 'stopped':
      return { words: `Stopped at tick ${whole(run.tick)}, ${done}`, tone: 'plain' };
    case 'stalled':
      return { words: `Stalled at tick ${whole(run.tick)}, ${done}`, tone: 'warn' };
    case 'tick-budget':
      return { words: `Out of ticks at ${whole(run.tick)}, ${done}`, tone: 'warn' };
    default:
      return { words: `Failed at tick ${whole(run.tick)}, ${done}`, tone: 'warn' };
  }
}
