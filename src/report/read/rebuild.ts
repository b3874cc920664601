import { EventKind, type EventRow, FabricTables, pairTo, type RunCommand, Series } from '../../engine';
import { counted, type Plan } from '../../plan';
import { LineWriter } from '../events/line';
import { parseLine } from '../events/parse';
import { objectionTo } from './admit';
import type { TextLine } from './lines';
import { Recount } from './recount';

/** Lines told one by one; beyond, they are counted. */
const MOST_TOLD = 20;

export interface LineFault {
  line: number;
  words: string;
}

/**
 * Builds the facts of a run again from the lines of its events.ndjson. Every line that can be read is a row of the
 * log, so that the log's digest is that of the text; only rows that can follow change the facts.
 */
export class Rebuild {
  readonly tables: FabricTables;
  readonly series: Series;
  readonly recount: Recount;
  readonly faults: LineFault[] = [];
  faultCount = 0;
  /** Lines whose words are not those this version writes for their data. */
  otherWords = 0;
  /** Whether sequence numbers run from 0 without a gap. */
  gapless = true;
  /** The last line has no LF behind it: the file was cut off. */
  cutOff = false;
  lastTick = 0;
  private readonly writer: LineWriter;
  private happened = false;

  constructor(
    plan: Plan,
    private readonly commands: readonly RunCommand[],
  ) {
    this.tables = new FabricTables(plan);
    this.series = new Series(this.tables.fleet.shards.length);
    this.recount = new Recount(this.tables);
    this.writer = new LineWriter(this.tables, commands);
  }

  add(line: TextLine): void {
    if (!line.whole) this.cutOff = true;
    if (line.tooLong) {
      this.fault(line.number, 'is longer than any event');
      return;
    }
    const parsed = parseLine(line.text, this.tables);
    if ('fault' in parsed) {
      this.fault(line.number, parsed.fault);
      return;
    }
    const { row } = parsed;
    const { log } = this.tables;
    if (row.seq !== log.length) {
      if (this.gapless) this.fault(line.number, `has seq ${row.seq}, where ${log.length} should stand`);
      this.gapless = false;
    }
    const seq = log.length;
    if (row.tick > this.lastTick) this.endOfTick();
    const objection = objectionTo(this.tables, this.commands, { ...row, seq }, this.lastTick);
    if (objection !== null) this.fault(line.number, objection.words);
    this.recount.add(row);
    log.append(row.tick, row.kind, row.a, row.b, row.value);
    if (objection === null || objection.apply) this.apply(row);
    if (this.writer.line(row.seq, row.tick, row.kind, row.a, row.b, row.value) !== line.text)
      this.otherWords++;
  }

  /** After the last line. */
  finish(): void {
    this.endOfTick();
    if (this.faultCount > this.faults.length)
      this.faults.push({
        line: 0,
        words: `and ${counted(this.faultCount - this.faults.length, 'line')} more`,
      });
  }

  private apply({ tick, kind, a, b, value }: EventRow): void {
    this.tables.apply(tick, kind as EventKind, a, b, value);
    this.lastTick = Math.max(this.lastTick, tick);
    // A run samples ticks in which something happened, and its last; start and checkpoint are no happening.
    if (kind !== EventKind.runStarted && kind !== EventKind.checkpointSaved) this.happened = true;
  }

  private endOfTick(): void {
    if (!this.happened) return;
    this.happened = false;
    const { tables } = this;
    const { accounts, fleet } = tables;
    const queued = new Int32Array(fleet.shards.length);
    const inbound = new Int32Array(fleet.shards.length);
    for (let s = 0; s < queued.length; s++) queued[s] = tables.queued(s);
    for (const pair of accounts.pairs())
      inbound[pairTo(pair)] += accounts.ledger.units(accounts.transit(pair));
    this.series.sample(this.lastTick, tables, queued, inbound, tables.status !== 0);
  }

  private fault(line: number, words: string): void {
    this.faultCount++;
    if (this.faults.length < MOST_TOLD) this.faults.push({ line, words });
  }
}
