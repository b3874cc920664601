import {
  type CellContext,
  columnFilteringFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  type HeaderContext,
  metaHelper,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { Cell, Column, EntityRef, RunDescription } from '../../report';
import { TableCell } from './cells';
import type { LoadedRow } from './pages';

/** What every cell needs to know of the run around it. */
export interface CellSurroundings {
  description: RunDescription;
  onOpen(ref: EntityRef): void;
}

/** No row models of the library's own: rows are sorted, filtered and paged where they are, by the view. */
export const features = tableFeatures({
  columnFilteringFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowPaginationFeature,
  rowSortingFeature,
  columnMeta: metaHelper<Column>(),
  tableMeta: metaHelper<CellSurroundings>(),
});

export type Features = typeof features;

const helper = createColumnHelper<Features, LoadedRow>();
// The library never filters; without one it would look for a filter that fits the values, and warn.
const passes = () => true;

/** Columns of a page as definitions of the table. The first cannot be hidden: it names the row. */
export function columnDefs(columns: readonly Column[]) {
  return helper.columns(
    columns.map((column, at) =>
      helper.accessor((row): Cell => row.cells[at] ?? null, {
        id: column.id,
        meta: column,
        header: HeaderLabel,
        cell: LoadedCell,
        enableHiding: at > 0,
        enableSorting: column.sortable,
        enableColumnFilter: column.filterable,
        filterFn: passes,
      }),
    ),
  );
}

/** The report's column behind one of the table. */
export function reportColumn({ columnDef }: { columnDef: { meta?: Column } }): Column {
  if (columnDef.meta === undefined) throw new Error('a column without its description');
  return columnDef.meta;
}

function HeaderLabel({ column }: HeaderContext<Features, LoadedRow, Cell>) {
  const { label, unit } = reportColumn(column);
  return (
    <>
      {label}
      {unit !== undefined && <small>{unit}</small>}
    </>
  );
}

function LoadedCell({ table, column, getValue }: CellContext<Features, LoadedRow, Cell>) {
  const { meta } = table.options;
  return meta && <TableCell column={reportColumn(column)} cell={getValue()} {...meta} />;
}
