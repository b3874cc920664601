import { compareUtf8 } from '../../plan';
import type { TableColumn } from './table';

/**
 * Row numbers in the order of a column; ties keep row order, unknown cells come last either way.
 * @param rows row numbers, ascending; null = all of `count`. Never changed.
 */
export function sortRows(
  column: TableColumn,
  descending: boolean,
  rows: Uint32Array | null,
  count: number,
): Uint32Array {
  const total = rows === null ? count : rows.length;
  const keys = column.key === undefined ? textRanks(column, rows, total) : keysOf(column.key, rows, total);
  const order = orderOf(keys, descending);
  if (rows !== null) for (let i = 0; i < total; i++) order[i] = rows[order[i]];
  return order;
}

function keysOf(key: (row: number) => number, rows: Uint32Array | null, total: number): Float64Array {
  const keys = new Float64Array(total);
  for (let i = 0; i < total; i++) keys[i] = key(rows === null ? i : rows[i]);
  return keys;
}

/** Text as numbers that sort like its UTF-8 bytes. */
function textRanks(column: TableColumn, rows: Uint32Array | null, total: number): Float64Array {
  const cells = Array.from({ length: total }, (_, i) => column.cell(rows === null ? i : rows[i]));
  const distinct = [...new Set(cells)].filter((cell) => cell !== null).map(String);
  const rank = new Map(distinct.sort(compareUtf8).map((text, place) => [text, place]));
  return Float64Array.from(cells, (cell) =>
    cell === null ? Number.NaN : (rank.get(String(cell)) ?? Number.NaN),
  );
}

/**
 * Places in stable order of `keys`. Where key and place fit one exact double together, the pairs are sorted as
 * numbers, several times faster than by a comparator.
 */
function orderOf(keys: Float64Array, descending: boolean): Uint32Array {
  const n = keys.length;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let i = 0; i < n; i++) {
    const key = keys[i];
    if (Number.isNaN(key)) continue;
    if (key < low) low = key;
    if (key > high) high = key;
    if (!Number.isInteger(key)) whole = false;
  }
  const order = new Uint32Array(n);
  const span = high >= low ? high - low + 2 : 1;
  if (whole && span * n < Number.MAX_SAFE_INTEGER) {
    const packed = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const key = keys[i];
      const place = Number.isNaN(key) ? span - 1 : descending ? high - key : key - low;
      packed[i] = place * n + i;
    }
    packed.sort();
    for (let i = 0; i < n; i++) order[i] = packed[i] % n;
    return order;
  }
  for (let i = 0; i < n; i++) order[i] = i;
  const sign = descending ? -1 : 1;
  return order.sort((x, y) => {
    const a = keys[x];
    const b = keys[y];
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || x - y;
    return sign * (a - b) || x - y;
  });
}
