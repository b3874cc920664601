import type { ColumnFiltersState, SortingState } from '@tanstack/react-table';
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

/** The question behind filters of the address bar; empty ones ask nothing. */
export function questionFor(table: Question['table'], filters: Record<string, string>): Question {
  const filter = Object.fromEntries(
    Object.entries(filters).filter(([key, text]) => key !== SORT_KEY && text !== ''),
  );
  const sort = readSort(filters[SORT_KEY]);
  return sort === undefined ? { table, filter } : { table, filter, sort };
}

/** The order of a question as the table's state. */
export const sortingOf = ({ sort }: Question): SortingState =>
  sort === undefined ? [] : [{ id: sort.column, desc: sort.descending }];

/** The filters of a question as the table's state; some are of no column (a span of ticks). */
export const columnFiltersOf = ({ filter }: Question): ColumnFiltersState =>
  Object.entries(filter ?? {}).map(([id, value]) => ({ id, value }));

/** The way back: filters of the address bar for a state of the table. */
export function filtersFor(columnFilters: ColumnFiltersState, sorting: SortingState): Record<string, string> {
  const filters = Object.fromEntries(columnFilters.map(({ id, value }) => [id, String(value)]));
  const [by] = sorting;
  return by === undefined ? filters : { ...filters, [SORT_KEY]: by.desc ? `-${by.id}` : by.id };
}
