import { SAMPLE_FIELDS } from '../../engine';
import { shardLabels } from '../words/names';
import type { RunSource } from './source';
import type { SeriesData, SeriesName, SeriesQuery } from './types';

const field = (name: (typeof SAMPLE_FIELDS)[number]): number => SAMPLE_FIELDS.indexOf(name);
const FIELD: Partial<Record<SeriesName, number>> = {
  completed: field('completed'),
  failed: field('failed'),
  queued: field('queued'),
  running: field('running'),
  transit: field('inbound'),
};

/** One telemetry series, a line a shard or one for the whole fabric. */
export function seriesOf({ series, tables }: RunSource, { name, of }: SeriesQuery): SeriesData {
  const names = shardLabels(tables.fleet);
  const all = names.map((_, s) => s);
  const sum = (row: number, shards: readonly number[], f: number): number =>
    shards.reduce((total, s) => total + series.valueAt(row, s, f), 0);
  const valueAt = (row: number, shards: readonly number[]): number => {
    const plain = FIELD[name];
    if (plain !== undefined) return sum(row, shards, plain);
    if (name === 'utilisation') {
      const slots = sum(row, shards, field('activeSlots'));
      return slots === 0 ? 0 : sum(row, shards, field('running')) / slots;
    }
    // Throughput of a sample: completions since the one before it, per tick.
    const done = sum(row, shards, field('completed'));
    if (row === 0) return done / (series.tickAt(0) + 1);
    return (done - sum(row - 1, shards, field('completed'))) / (series.tickAt(row) - series.tickAt(row - 1));
  };
  const line = (shards: readonly number[]): Float64Array =>
    Float64Array.from({ length: series.length }, (_, row) => valueAt(row, shards));
  const known = of === 'all' ? [] : of.filter((s) => s >= 0 && s < names.length);
  return {
    name,
    unit: name === 'utilisation' ? 'share of slots' : name === 'throughput' ? 'jobs per tick' : 'jobs',
    ticks: Float64Array.from({ length: series.length }, (_, row) => series.tickAt(row)),
    lines:
      of === 'all'
        ? [{ label: 'Fabric', shard: null, values: line(all) }]
        : known.map((s) => ({ label: names[s], shard: s, values: line([s]) })),
  };
}
