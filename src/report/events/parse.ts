import { type EventKind, type EventRow, type FabricTables, pairOf } from '../../engine';
import { LIMITS } from '../../plan';
import { EVENT_FIELDS, type Field, KIND_OF_NAME } from './fields';

export type ParsedLine = { row: EventRow } | { fault: string };

const fault = (words: string): ParsedLine => ({ fault: words });

/** Highest value of an unsigned column of the log. */
const MOST_UNSIGNED = 0xffff_ffff;

/**
 * Reads one line of events.ndjson back into its row: ids become numbers again through the dictionary. Says in
 * words what is wrong with a line that has none. Whether the row makes sense where it stands is not judged here.
 */
export function parseLine(text: string, tables: FabricTables): ParsedLine {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return fault('is not JSON');
  }
  if (typeof line !== 'object' || line === null) return fault('is not an object');
  const { seq, tick, type, data } = line as Record<string, unknown>;
  if (!isCount(seq)) return fault('has no whole number "seq"');
  if (!isCount(tick) || tick > LIMITS.ticks) return fault('has no whole number "tick"');
  const kind = typeof type === 'string' ? KIND_OF_NAME.get(type) : undefined;
  if (kind === undefined) return fault(`has the unknown type ${shown(type)}`);
  if (typeof data !== 'object' || data === null) return fault('has no "data"');
  return readData(seq, tick, kind, data as Record<string, unknown>, tables);
}

function readData(
  seq: number,
  tick: number,
  kind: EventKind,
  data: Record<string, unknown>,
  tables: FabricTables,
): ParsedLine {
  const row: EventRow = { seq, tick, kind, a: 0, b: 0, value: 0 };
  let from = 0;
  for (const field of EVENT_FIELDS[kind]) {
    const told = data[field.name];
    const number = numberOf(field, told, tables);
    if (number < 0) return fault(`names ${shown(told)} as "${field.name}", which the plan does not know`);
    if (field.slot === 'from') from = number;
    else if (field.slot === 'to') row.b = pairOf(from, number);
    else if (field.slot !== 'value' && number > MOST_UNSIGNED)
      return fault(`has a "${field.name}" out of range`);
    else row[field.slot] = number;
  }
  return { row };
}

/** The number a field tells; -1 when it tells none. */
function numberOf({ codec }: Field, told: unknown, { jobSet, fleet }: FabricTables): number {
  if (codec === 'integer') return isCount(told) ? told : -1;
  if (typeof told !== 'string') return -1;
  if (codec === 'job') return jobSet.find(told);
  if (codec === 'node') return fleet.findNode(told);
  if (codec === 'shard') return fleet.findShard(told);
  return codec.indexOf(told);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
}

/** What stood there, short enough for a sentence. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
