import { EVENT_NAMES, type EventKind, type FabricTables, pairFrom, pairTo } from '../../engine';
import type { ScheduledCommand } from '../../plan';
import { eventWords } from '../words/events';
import { EVENT_FIELDS, type Field } from './fields';

/** Renders rows of one run's log as lines of events.ndjson; names of shards and nodes are quoted once. */
export class LineWriter {
  private readonly shards: string[];
  private readonly nodes: string[];

  constructor(
    private readonly tables: FabricTables,
    private readonly commands: readonly ScheduledCommand[],
  ) {
    this.shards = tables.fleet.shards.map(({ id }) => JSON.stringify(id));
    this.nodes = tables.fleet.nodes.map(({ id }) => JSON.stringify(id));
  }

  /** `{seq, tick, type, message, data}` without the LF; the row's numbers must be in range. */
  line(seq: number, tick: number, kind: number, a: number, b: number, value: number): string {
    const message = JSON.stringify(eventWords(this.tables, this.commands, kind, a, b, value));
    let data = '';
    for (const field of EVENT_FIELDS[kind as EventKind]) {
      if (data !== '') data += ',';
      data += `"${field.name}":${this.told(field, a, b, value)}`;
    }
    return `{"seq":${seq},"tick":${tick},"type":"${EVENT_NAMES[kind as EventKind]}","message":${message},"data":{${data}}}`;
  }

  private told({ slot, codec }: Field, a: number, b: number, value: number): string {
    const number =
      slot === 'a'
        ? a
        : slot === 'b'
          ? b
          : slot === 'value'
            ? value
            : slot === 'from'
              ? pairFrom(b)
              : pairTo(b);
    if (codec === 'integer') return String(number);
    if (codec === 'job') return JSON.stringify(this.tables.jobSet.nameOf(number));
    if (codec === 'node') return this.nodes[number];
    if (codec === 'shard') return this.shards[number];
    return JSON.stringify(codec[number]);
  }
}
