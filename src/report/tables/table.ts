import type { Cell, Column } from '../view/types';

/** A column that can be read a row at a time, without making the other cells of the row. */
export interface TableColumn extends Column {
  cell(row: number): Cell;
  /**
   * The cell as a number: what it sorts by and, for `number` and `enum`, what a filter compares (for `enum` the
   * place in `values`). NaN = not known, which sorts last either way. Absent: sorts and filters by its text.
   */
  key?(row: number): number;
  /** Rows already stand in ascending order of this column. */
  inRowOrder?: boolean;
  /** For text columns that know a faster way than reading every cell: which rows contain `text` (lower case). */
  contains?(text: string): (row: number) => boolean;
}

/** A table whose rows are read on demand; nothing is materialised for rows that nobody looks at. */
export interface Table {
  columns: readonly TableColumn[];
  count: number;
  /** Rows never change and are only added at the end, so what was found once stays found. */
  appendOnly: boolean;
  /** Rows [from, to) that a filter on a range bound (`tickFrom`, `tickTo`) leaves; absent when the table has none. */
  range?(from: number | null, to: number | null): [from: number, to: number];
}

type Shape = Pick<Column, 'id' | 'label' | 'kind'> & Partial<Column>;

/** A column description with what most columns share: it can be sorted and filtered. */
export function column(
  shape: Shape,
  cell: TableColumn['cell'],
  more: Partial<Pick<TableColumn, 'key' | 'contains' | 'inRowOrder'>> = {},
): TableColumn {
  return { sortable: true, filterable: true, ...shape, cell, ...more };
}

/** A number column: the key is the number, null where `read` gives NaN. */
export function numberColumn(
  id: string,
  label: string,
  read: (row: number) => number,
  more: Partial<Column> = {},
): TableColumn {
  const cell = (row: number): Cell => {
    const value = read(row);
    return Number.isNaN(value) ? null : value;
  };
  return column({ id, label, kind: 'number', ...more }, cell, { key: read });
}

/** An enumerated column: `read` gives a place in `values`, NaN or -1 for unknown. */
export function enumColumn(
  id: string,
  label: string,
  values: readonly string[],
  read: (row: number) => number,
  more: Partial<Column> = {},
): TableColumn {
  const key = (row: number): number => {
    const place = read(row);
    return place >= 0 && place < values.length ? place : Number.NaN;
  };
  const cell = (row: number): Cell => values[read(row)] ?? null;
  return column({ id, label, kind: 'enum', values: [...values], ...more }, cell, { key });
}

/** A table of few rows that were made at once; cells in the order of the columns. */
export function smallTable(shapes: readonly Shape[], rows: readonly Cell[][]): Table {
  const columns = shapes.map((shape, at) => {
    const cell = (row: number): Cell => rows[row][at];
    if (shape.kind === 'number')
      return numberColumn(
        shape.id,
        shape.label,
        (row) => (rows[row][at] as number | null) ?? Number.NaN,
        shape,
      );
    if (shape.kind === 'enum')
      return enumColumn(
        shape.id,
        shape.label,
        shape.values ?? [],
        (row) => shape.values?.indexOf(rows[row][at] as string) ?? -1,
        shape,
      );
    return column(shape, cell);
  });
  return { columns, count: rows.length, appendOnly: false };
}
