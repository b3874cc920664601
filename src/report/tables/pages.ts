import type { Page, PageQuery } from '../view/types';
import { RowList, readFilter, scanRows } from './filter';
import { sortRows } from './sort';
import type { Table } from './table';

export const MOST_ROWS_PER_PAGE = 500;
/** Answers remembered at once: a few tables on screen, each with its filter and order. */
const MOST_REMEMBERED = 12;

interface Found {
  version: number;
  /** null = every row. */
  rows: RowList | null;
  scannedTo: number;
  /** Rows in order; null = row order. */
  order: Uint32Array | null;
  ordered: boolean;
}

/**
 * Cuts pages out of tables. What a filter found and how a sort ordered it is remembered for as long as the
 * table's version stands; of an append-only table only the new rows are looked at.
 */
export class Pages {
  private readonly found = new Map<string, Found>();

  /** @param version changes whenever a cell of the table may have changed. */
  page(table: Table, query: PageQuery, version: number): Page {
    const limit = Math.max(0, Math.min(MOST_ROWS_PER_PAGE, Math.floor(query.limit) || 0));
    const offset = Math.max(0, Math.floor(query.offset) || 0);
    const sorted = query.sort && table.columns.find((c) => c.id === query.sort?.column && c.sortable);
    const backwards = sorted?.inRowOrder === true && query.sort?.descending === true;
    const { rows, order } = this.find(table, query, version);
    const matching = rows === null ? table.count : rows.length;
    const page: Page['rows'] = [];
    for (let place = offset; place < Math.min(offset + limit, matching); place++) {
      const at = backwards ? matching - 1 - place : place;
      const row = order !== null ? order[at] : rows !== null ? rows.at(at) : at;
      page.push(table.columns.map((c) => c.cell(row)));
    }
    return {
      table: query.table,
      columns: table.columns.map(({ cell: _c, key: _k, contains: _m, inRowOrder: _o, ...shape }) => shape),
      total: table.count,
      matching,
      offset,
      rows: page,
    };
  }

  private find(table: Table, query: PageQuery, version: number): Found {
    const sorted = query.sort && table.columns.find((c) => c.id === query.sort?.column && c.sortable);
    const needsOrder = sorted !== undefined && sorted.inRowOrder !== true;
    const wanted = Object.entries(query.filter ?? {}).filter(([, text]) => text !== '');
    const key = JSON.stringify([query.table, wanted, needsOrder ? query.sort : null]);
    let found = this.found.get(key);
    this.found.delete(key);
    if (found !== undefined && found.version !== version) {
      if (table.appendOnly) found = { ...found, version, order: null, ordered: false };
      else found = undefined;
    }
    found ??= {
      version,
      rows: wanted.length === 0 ? null : new RowList(),
      scannedTo: 0,
      order: null,
      ordered: false,
    };
    if (found.rows !== null && (found.scannedTo < table.count || table.count === 0)) {
      const filter = readFilter(table, query.filter);
      scanRows(filter.tests, Math.max(filter.from, found.scannedTo), filter.to, found.rows);
      found.scannedTo = table.count;
    }
    if (needsOrder && !found.ordered && query.sort !== undefined) {
      found.order = sortRows(sorted, query.sort.descending, found.rows?.view() ?? null, table.count);
      found.ordered = true;
    }
    this.found.set(key, found);
    if (this.found.size > MOST_REMEMBERED) {
      const [oldest] = this.found.keys();
      this.found.delete(oldest);
    }
    return found;
  }
}
