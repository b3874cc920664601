import type { Column, PageQuery } from '../../report';
import type { Question } from './pages';

/** Filters as the address bar holds them, with the order beside them under this name. */
export const SORT_KEY = 'sort';

type Sort = NonNullable<PageQuery['sort']>;

/** "waited" ascending, "-waited" descending. */
export function readSort(text: string | undefined): Sort | undefined {
  if (text === undefined || text === '' || text === '-') return undefined;
  return text.startsWith('-')
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false };
}

export const writeSort = (sort: Sort): string => (sort.descending ? `-${sort.column}` : sort.column);

/** A header was pressed: up, then down, then as the run has it. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}

/** The question behind filters of the address bar; empty ones ask nothing. */
export function questionFor(table: Question['table'], filters: Record<string, string>): Question {
  const filter = Object.fromEntries(
    Object.entries(filters).filter(([key, text]) => key !== SORT_KEY && text !== ''),
  );
  const sort = readSort(filters[SORT_KEY]);
  return sort === undefined ? { table, filter } : { table, filter, sort };
}

/** Widths of the columns as a CSS grid: numbers narrow, sentences wide, nothing below what can be read. */
export const gridColumns = (columns: readonly Column[]): string =>
  columns.map((c) => `minmax(${width(c)}, ${share(c)}fr)`).join(' ');

function width(c: Column): string {
  const label = c.label.length + (c.unit === undefined ? 0 : c.unit.length + 1);
  const least = { text: 15, id: 17, enum: 12, number: 8 }[c.kind];
  return `${Math.max(least, label + 3)}ch`;
}

const share = (c: Column): number => ({ text: 3, id: 2, enum: 1.2, number: 1 })[c.kind];
