import type { ColumnFiltersState } from '@tanstack/react-table';
import { memo, useEffect, useRef, useState } from 'react';
import type { Column, RunDescription } from '../../report';
import { reportColumn } from './columns';
import type { TableColumn } from './useDataTable';

const PATIENCE_MS = 250;

interface FilterRowProps {
  columns: readonly TableColumn[];
  /** Columns keep their identity when their filter changes; this does not. */
  filters: ColumnFiltersState;
  shards: RunDescription['shards'];
}

/** One filter a column: part of a text, one of a few, or an exact number. */
export const FilterRow = memo(function FilterRow({ columns, filters, shards }: FilterRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are a grid of their own, far longer than a table can be
    // biome-ignore lint/a11y/useFocusableInteractive: its fields take the focus
    <div className="grid-row grid-filters" role="row">
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={column.id}
          role="gridcell"
          className={reportColumn(column).kind === 'number' ? 'num' : undefined}
        >
          {column.getCanFilter() && (
            <ColumnFilter
              column={reportColumn(column)}
              text={String(filters.find(({ id }) => id === column.id)?.value ?? '')}
              shards={shards}
              onText={(next) => column.setFilterValue(next)}
            />
          )}
        </div>
      ))}
    </div>
  );
});

interface ColumnFilterProps {
  column: Column;
  text: string;
  shards: RunDescription['shards'];
  onText(text: string): void;
}

function ColumnFilter({ column, text, shards, onText }: ColumnFilterProps) {
  if (column.kind !== 'enum') return <TextFilter column={column} text={text} onText={onText} />;
  return (
    <select
      aria-label={`Filter ${column.label}`}
      value={text}
      data-set={text === '' ? undefined : ''}
      onChange={(event) => onText(event.target.value)}
    >
      <option value="">any</option>
      {(column.values ?? []).map((value) => (
        <option key={value} value={value}>
          {shards.find((s) => s.id === value)?.displayName ?? value}
        </option>
      ))}
    </select>
  );
}

interface TextFilterProps {
  column: Pick<Column, 'label' | 'kind'>;
  text: string;
  placeholder?: string;
  onText(text: string): void;
}

/** Waits until one has stopped typing before it asks. */
export function TextFilter(props: TextFilterProps) {
  const { column, text, onText } = props;
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const said = useRef(text);
  useEffect(() => {
    // Changed from outside (a chip, the address bar), not by this field.
    if (text !== said.current) setTyped(text);
    said.current = text;
  }, [text]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return (
    <input
      type="search"
      inputMode={column.kind === 'number' ? 'numeric' : 'text'}
      aria-label={`Filter ${column.label}`}
      placeholder={props.placeholder ?? (column.kind === 'number' ? '=' : 'filter')}
      data-set={text === '' ? undefined : ''}
      value={typed}
      onKeyDown={(event) => event.stopPropagation()}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        if (timer.current !== null) clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          said.current = next.trim();
          onText(next.trim());
        }, PATIENCE_MS);
      }}
    />
  );
}
