import type { PageQuery } from '../../report';
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
