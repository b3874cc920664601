import type { Cell, Page, PageQuery } from '../../report';
import type { Question } from './pages';

/** More rows belong into the report's own files; said on the button's result. */
export const CSV_ROWS = 200_000;
const AT_A_TIME = 500;

export interface CsvProgress {
  done: number;
  total: number;
}

/**
 * All rows that pass the filter as CSV (RFC 4180), asked page by page. `capped` says that there were more
 * than `CSV_ROWS`. Rejects with an AbortError when cancelled.
 */
export async function downloadCsv(
  page: (query: PageQuery) => Promise<Page>,
  question: Question,
  onProgress: (progress: CsvProgress) => void,
  signal: AbortSignal,
): Promise<{ blob: Blob; rows: number; capped: boolean }> {
  const parts: string[] = [];
  let rows = 0;
  let total = Number.POSITIVE_INFINITY;
  while (rows < Math.min(total, CSV_ROWS)) {
    const answer = await page({ ...question, offset: rows, limit: Math.min(AT_A_TIME, CSV_ROWS - rows) });
    signal.throwIfAborted();
    if (rows === 0)
      parts.push(
        line(answer.columns.map((c) => (c.unit === undefined ? c.label : `${c.label} (${c.unit})`))),
      );
    parts.push(answer.rows.map(line).join(''));
    rows += answer.rows.length;
    total = answer.matching;
    onProgress({ done: rows, total: Math.min(total, CSV_ROWS) });
    if (answer.rows.length === 0) break;
  }
  return { blob: new Blob(parts, { type: 'text/csv;charset=utf-8' }), rows, capped: total > rows };
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** One cell. Text that a spreadsheet would run as a formula is kept text with an apostrophe before it. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
