import type { Table, TableColumn } from './table';

export type RowTest = (row: number) => boolean;

/** A filter made ready: the rows to look at, and what each must pass. */
export interface Filter {
  from: number;
  to: number;
  tests: RowTest[];
}

const RANGE = ['tickFrom', 'tickTo'] as const;

/**
 * Reads a page query's filter. A wish for a column that the table does not have, or that nothing can fulfil,
 * finds nothing: showing everything instead would pass off unfiltered rows as filtered.
 */
export function readFilter(table: Table, filter: Record<string, string> = {}): Filter {
  const ready: Filter = { from: 0, to: table.count, tests: [] };
  const nothing: Filter = { from: 0, to: 0, tests: [] };
  const [tickFrom, tickTo] = RANGE.map((name) => wholeNumber(filter[name]));
  if (table.range !== undefined && (tickFrom !== null || tickTo !== null)) {
    [ready.from, ready.to] = table.range(tickFrom, tickTo);
  }
  for (const [id, text] of Object.entries(filter)) {
    if (text === '' || (table.range !== undefined && (RANGE as readonly string[]).includes(id))) continue;
    const column = table.columns.find((c) => c.id === id && c.filterable);
    const test = column === undefined ? null : testOf(column, text);
    if (test === null) return nothing;
    ready.tests.push(test);
  }
  return ready;
}

/** Rows of [from, to) that pass every test, appended to `found`. */
export function scanRows(tests: readonly RowTest[], from: number, to: number, found: RowList): void {
  const [only] = tests;
  for (let row = from; row < to; row++) {
    if (tests.length === 1 ? only(row) : tests.every((test) => test(row))) found.push(row);
  }
}

function testOf(column: TableColumn, text: string): RowTest | null {
  const { key } = column;
  if (column.kind === 'number' && key !== undefined) {
    const wanted = Number(text);
    return text.trim() === '' || Number.isNaN(wanted) ? null : (row) => key(row) === wanted;
  }
  if (column.kind === 'enum' && key !== undefined) {
    const wanted = column.values?.indexOf(text) ?? -1;
    return wanted < 0 ? null : (row) => key(row) === wanted;
  }
  const part = text.toLowerCase();
  return (
    column.contains?.(part) ??
    ((row) =>
      String(column.cell(row) ?? '')
        .toLowerCase()
        .includes(part))
  );
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isNaN(value) ? null : value;
}

/** A growing list of row numbers in four bytes each. */
export class RowList {
  private rows = new Uint32Array(256);
  length = 0;

  push(row: number): void {
    if (this.length === this.rows.length) {
      const grown = new Uint32Array(this.rows.length * 2);
      grown.set(this.rows);
      this.rows = grown;
    }
    this.rows[this.length++] = row;
  }
  at(place: number): number {
    return this.rows[place];
  }
  view(): Uint32Array {
    return this.rows.subarray(0, this.length);
  }
}
