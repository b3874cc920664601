import { SAMPLE_FIELDS } from '../../engine';
import type { Facts } from './facts';

/** Completions are averaged over this many ticks, so that one slow tick does not move the estimate. */
const WINDOW_TICKS = 60;
const COMPLETED = SAMPLE_FIELDS.indexOf('completed');

/**
 * The tick at which everything ends: exact when it has ended; while it runs, what the pace of the last minute
 * gives, and not before the last submission. Null when nothing was completed lately.
 */
export function endTickOf({ source, counts, ended, lastSubmissionTick }: Facts): number | null {
  const { tables, tick } = source;
  if (ended) return tables.endTick;
  if (tick < 0) return null;
  const left = counts.scheduled + counts.queued + counts.transit + counts.running;
  if (left === 0) return tick;
  const pace = completedPerTick(source);
  if (pace <= 0) return null;
  const { maxTicks, stopAfterTicks } = source.plan.run;
  const limit = Math.min(maxTicks, stopAfterTicks ?? maxTicks) - 1;
  // What is not yet submitted cannot be done before it comes, however fast the fabric is now.
  return Math.min(limit, Math.max(lastSubmissionTick, tick + Math.ceil(left / pace)));
}

function completedPerTick({ series, tables, tick }: Facts['source']): number {
  if (series.length === 0) return 0;
  const total = (row: number): number => {
    let sum = 0;
    for (let s = 0; s < tables.fleet.shards.length; s++) sum += series.valueAt(row, s, COMPLETED);
    return sum;
  };
  let row = series.length - 1;
  while (row > 0 && series.tickAt(row) > tick - WINDOW_TICKS) row--;
  const since = series.tickAt(row);
  const last = series.length - 1;
  if (row === last) return total(last) / (tick + 1);
  const done = total(last) - (since === 0 && row === 0 ? 0 : total(row));
  return done / Math.max(1, tick - since);
}
