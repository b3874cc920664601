import type { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import type { FabricTables } from './tables';

/** What is sampled for each shard, in the order of the columns. */
export const SAMPLE_FIELDS = ['queued', 'running', 'inbound', 'completed', 'failed', 'activeSlots'] as const;
/** Samples kept; when they are full every second one goes and the stride doubles. */
const MOST_SAMPLES = 2048;

/** Telemetry over ticks: one row a sample, SAMPLE_FIELDS for each shard. A value holds until the next row. */
export class Series {
  readonly width: number;
  private ticks = new Int32Array(64);
  private values: Float64Array;
  private strideTicks = 1;
  private nextTick = 0;
  length = 0;

  constructor(private readonly shards: number) {
    this.width = shards * SAMPLE_FIELDS.length;
    this.values = new Float64Array(64 * this.width);
  }

  /** Whether a sample of `tick` would be kept. */
  due(tick: number): boolean {
    return tick >= this.nextTick;
  }

  /** Samples the state after `tick` when a sample is due, or when `always` (the last tick of a run). */
  sample(
    tick: number,
    tables: FabricTables,
    queueLength: Int32Array,
    inbound: Int32Array,
    always = false,
  ): void {
    if (!this.due(tick) && !always) return;
    if (this.length > 0 && this.ticks[this.length - 1] === tick) this.length--;
    if (this.length === MOST_SAMPLES) this.thin();
    if (this.length === this.ticks.length) this.grow();
    const { accounts, fleet } = tables;
    const row = this.length * this.width;
    this.ticks[this.length++] = tick;
    this.nextTick = tick + this.strideTicks;
    for (let s = 0; s < this.shards; s++) {
      const at = row + s * SAMPLE_FIELDS.length;
      this.values.fill(0, at, at + SAMPLE_FIELDS.length);
      this.values[at] = queueLength[s];
      this.values[at + 2] = inbound[s];
      this.values[at + 4] = accounts.ledger.units(accounts.failed[s]);
      this.values[at + 5] = tables.activeSlots[s];
    }
    for (let n = 0; n < fleet.nodes.length; n++) {
      const at = row + fleet.nodes[n].region * SAMPLE_FIELDS.length;
      this.values[at + 1] += tables.usedSlots[n];
      this.values[at + 3] += accounts.ledger.units(accounts.completed[n]);
    }
  }

  tickAt(row: number): number {
    return this.ticks[row];
  }
  /** Value of SAMPLE_FIELDS[field] of a shard in a row. */
  valueAt(row: number, shard: number, field: number): number {
    return this.values[row * this.width + shard * SAMPLE_FIELDS.length + field];
  }

  private thin(): void {
    this.strideTicks *= 2;
    const half = this.length >> 1;
    for (let i = 0; i < half; i++) {
      this.ticks[i] = this.ticks[2 * i];
      this.values.copyWithin(i * this.width, 2 * i * this.width, (2 * i + 1) * this.width);
    }
    this.length = half;
  }

  private grow(): void {
    const ticks = new Int32Array(this.ticks.length * 2);
    ticks.set(this.ticks);
    this.ticks = ticks;
    const values = new Float64Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
  }

  write(writer: SnapshotWriter): void {
    writer.json('series', { strideTicks: this.strideTicks, nextTick: this.nextTick });
    writer.column('series.ticks', this.ticks.slice(0, this.length));
    writer.column('series.values', this.values.slice(0, this.length * this.width));
  }
  read(reader: SnapshotReader): void {
    const saved = reader.json<{ strideTicks: number; nextTick: number }>('series');
    this.strideTicks = saved.strideTicks;
    this.nextTick = saved.nextTick;
    const ticks = reader.column('series.ticks', Int32Array);
    const values = reader.column('series.values', Float64Array);
    while (this.ticks.length < ticks.length) this.grow();
    this.ticks.set(ticks);
    this.values.set(values);
    this.length = ticks.length;
  }
}
