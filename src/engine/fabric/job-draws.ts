import type { FabricPlan } from '../../plan';
import { createStream } from '../kernel/random';

type Entry = FabricPlan['workload']['entries'][number];

/** Submission ticks of an entry's jobs, in order of their ordinals, into `ticks` from `from` on. */
export function fillArrivals(entry: Entry, seed: string, ticks: Int32Array, from: number): void {
  const { arrival, count } = entry;
  if (arrival.kind === 'at') ticks.fill(arrival.atTick, from, from + count);
  else if (arrival.kind === 'window') {
    const span = arrival.toTick - arrival.fromTick;
    for (let k = 0; k < count; k++) ticks[from + k] = arrival.fromTick + Math.floor((k * span) / count);
  } else {
    const stream = createStream(seed, `arrival:${entry.idPrefix}`);
    let sum = 0;
    for (let k = 0; k < count; k++) {
      sum += stream.exponential() * arrival.meanIntervalTicks;
      ticks[from + k] = arrival.fromTick + Math.floor(sum);
    }
  }
}

/** Durations in ticks of an entry's jobs, in order of their ordinals, into `durations` from `from` on. */
export function fillDurations(entry: Entry, seed: string, durations: Int32Array, from: number): void {
  const { duration, count } = entry;
  if (duration.kind === 'fixed') {
    durations.fill(duration.ticks, from, from + count);
    return;
  }
  const stream = createStream(seed, `duration:${entry.idPrefix}`);
  if (duration.kind === 'uniform') {
    const range = duration.maxTicks - duration.minTicks + 1;
    for (let k = 0; k < count; k++) durations[from + k] = duration.minTicks + stream.below(range);
    return;
  }
  const weights = duration.rows.reduce((sum, row) => sum + row.weight, 0);
  for (let k = 0; k < count; k++) {
    let draw = stream.below(weights);
    let row = 0;
    while (draw >= duration.rows[row].weight) draw -= duration.rows[row++].weight;
    durations[from + k] = duration.rows[row].ticks;
  }
}
