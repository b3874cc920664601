import { reportColumn } from './columns';
import type { RunTable, TableHeader } from './useDataTable';

interface HeaderProps {
  table: RunTable;
  header: TableHeader;
  className: string | undefined;
}

const WAYS = { asc: { words: 'ascending', mark: '↑' }, desc: { words: 'descending', mark: '↓' } } as const;

/** The head of a column: its name, and a button that sorts by it where the view can. */
export function Header({ table, header, className }: HeaderProps) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const way = sorted === false ? undefined : WAYS[sorted];
  const label = <table.FlexRender header={header} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold a million rows
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="columnheader"
      className={className}
      aria-sort={way?.words ?? (column.getCanSort() ? 'none' : undefined)}
      title={reportColumn(column).help}
    >
      {column.getCanSort() ? (
        <button type="button" onClick={() => column.toggleSorting()}>
          {label}
          <i aria-hidden="true">{way?.mark}</i>
        </button>
      ) : (
        <span>{label}</span>
      )}
    </div>
  );
}
