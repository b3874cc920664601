import {
  type ColumnVisibilityState,
  functionalUpdate,
  type ReactTable,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { type CellSurroundings, columnDefs, type Features, features } from './columns';
import { columnFiltersOf, filtersFor, sortingOf } from './order';
import type { LoadedRow, Question, Shown } from './pages';

export type RunTable = ReactTable<Features, LoadedRow>;
export type TableColumn = ReturnType<RunTable['getAllLeafColumns']>[number];
export type TableHeader = ReturnType<RunTable['getFlatHeaders']>[number];

interface Asked {
  shown: Shown;
  /** Keeps its identity while it asks the same. */
  question: Question;
  /** Columns hidden until the menu is used. */
  hide: readonly string[];
  onFilters(next: Record<string, string>): void;
  surroundings: CellSurroundings;
}

/**
 * The table's columns, and the state of its order, filters, visibility and widths. Order and filters are the
 * address bar's, so their changes go there; the rows are the loaded ones only, already as they were asked for.
 */
export function useDataTable({ shown, question, hide, onFilters, surroundings }: Asked): RunTable {
  const [chosen, setChosen] = useState<ColumnVisibilityState | null>(null);
  const columns = useMemo(() => columnDefs(shown.columns), [shown.columns]);
  const sorting = useMemo(() => sortingOf(question), [question]);
  const columnFilters = useMemo(() => columnFiltersOf(question), [question]);
  const wanted = useMemo(() => chosen ?? Object.fromEntries(hide.map((id) => [id, false])), [chosen, hide]);
  const columnVisibility = useMemo(() => {
    // What names the row, and what it is filtered or sorted by, is always shown.
    const kept = [shown.columns[0], ...sorting, ...columnFilters].map((c) => [c?.id ?? '', true]);
    return { ...wanted, ...Object.fromEntries(kept) };
  }, [shown.columns, wanted, sorting, columnFilters]);
  return useTable<Features, LoadedRow>({
    features,
    columns,
    data: shown.rows,
    getRowId: (row) => String(row.index),
    rowCount: shown.matching,
    manualSorting: true,
    manualFiltering: true,
    manualPagination: true,
    enableMultiSort: false,
    sortDescFirst: false,
    meta: surroundings,
    state: { sorting, columnFilters, columnVisibility },
    onSortingChange: (next) => onFilters(filtersFor(columnFilters, functionalUpdate(next, sorting))),
    onColumnFiltersChange: (next) => onFilters(filtersFor(functionalUpdate(next, columnFilters), sorting)),
    onColumnVisibilityChange: (next) => setChosen(functionalUpdate(next, wanted)),
  });
}
