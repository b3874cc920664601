import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useState,
} from 'react';
import type { Column, EntityRef } from '../../report';
import { reportColumn } from './columns';
import { Header } from './Header';
import type { Pages } from './pages';
import type { RunTable } from './useDataTable';
import { useWindow } from './useWindow';
import { columnWidths } from './widths';
import { ROW_HEIGHT, scrollTopFor, topToShow, trackHeight } from './window';

interface GridProps {
  store: Pages;
  table: RunTable;
  /** Another question: back to the first row. */
  questionKey: string;
  labelledBy: string;
  onOpen(ref: EntityRef): void;
  fit: number | undefined;
  filterRow: ReactNode;
  empty: string;
}

const HEADER = 38;
const FILTERS = 40;

/** Header, filters and the rows in sight, in one box that scrolls both ways. */
export function Grid(props: GridProps) {
  const { store, table } = props;
  const rows = table.getRowCount();
  const columns = table.getVisibleLeafColumns();
  const loaded = table.getRowModel().rowsById;
  const headHeight = HEADER + (props.filterRow === null ? 0 : FILTERS) + 1;
  const { box, width, space, top, drawn, moveTo, onScroll } = useWindow(rows, headHeight, props.questionKey);
  const [active, setActive] = useState<number | null>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has other rows
  useLayoutEffect(() => setActive(null), [props.questionKey]);
  useEffect(() => store.look(drawn.first, drawn.end), [store, drawn.first, drawn.end]);

  // Measured on the first rows there are, and kept: a column must not change its width under the eye.
  const sampled = loaded[0] !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows of the moment the columns came count, not newer ones
  useLayoutEffect(() => {
    const samples = Array.from({ length: 60 }, (_, i) => loaded[i]).filter((row) => row !== undefined);
    const widths = columnWidths(
      columns.map(reportColumn),
      samples.map((row) => columns.map((column) => row.getValue(column.id))),
      width,
    );
    table.setColumnSizing(Object.fromEntries(columns.map((column, i) => [column.id, widths[i] ?? 0])));
  }, [columns, width, sampled]);

  const openActive = () => {
    const link = columns.map(reportColumn).find(({ entity }) => entity !== undefined);
    if (active === null || link?.entity === undefined) return;
    const named = loaded[active]?.getValue(link.id) ?? null;
    if (named !== null) props.onOpen({ kind: link.entity, id: String(named) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const at = active ?? Math.ceil(top) - 1;
    const page = Math.max(1, Math.floor(space.viewport / ROW_HEIGHT) - 1);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows - 1,
    }[event.key];
    if (to !== undefined && rows > 0) {
      event.preventDefault();
      const row = Math.max(0, Math.min(rows - 1, to));
      setActive(row);
      const next = topToShow(space, top, row);
      if (next !== top) moveTo(next);
    } else if (event.key === 'Enter') openActive();
  };
  const scrollTop = scrollTopFor(space, top);
  const style = {
    '--columns': columns.map((column) => `${column.getSize()}px`).join(' '),
    '--width': `${table.getTotalSize()}px`,
    ...(props.fit === undefined
      ? {}
      : { height: headHeight + Math.max(1, Math.min(rows, props.fit)) * ROW_HEIGHT + 2 }),
  } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold a million rows
    <div
      className={props.fit === undefined ? 'grid' : 'grid fit'}
      ref={box}
      style={style}
      role="grid"
      tabIndex={0}
      aria-labelledby={props.labelledBy}
      aria-rowcount={rows + 2}
      aria-colcount={columns.length}
      aria-activedescendant={active === null ? undefined : `${id}-${active}`}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div className="grid-head" style={{ height: headHeight }}>
        {table.getHeaderGroups().map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus
          <div key={group.id} className="grid-row" role="row" aria-rowindex={1}>
            {group.headers.map((header) => (
              <Header
                key={header.id}
                table={table}
                header={header}
                className={cellClass(reportColumn(header.column))}
              />
            ))}
          </div>
        ))}
        {props.filterRow}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className="grid-track" role="rowgroup" style={{ height: trackHeight(space) }}>
        {Array.from({ length: Math.max(0, drawn.end - drawn.first) }, (_, k) => {
          const index = drawn.first + k;
          const cells = loaded[index]?.getVisibleCells();
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
            <div
              key={index}
              id={`${id}-${index}`}
              className={index === active ? 'grid-row active' : 'grid-row'}
              role="row"
              aria-rowindex={index + 3}
              style={{ transform: `translateY(${scrollTop + (index - top) * ROW_HEIGHT}px)` }}
              onClick={() => setActive(index)}
            >
              {columns.map((column, i) => {
                // A row that is not here yet has its place and its columns already.
                const cell = cells?.[i];
                return (
                  // biome-ignore lint/a11y/useSemanticElements: as above
                  // biome-ignore lint/a11y/useFocusableInteractive: as above
                  <div key={column.id} role="gridcell" className={cellClass(reportColumn(column))}>
                    {cell !== undefined && <table.FlexRender cell={cell} />}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
      {rows === 0 && <p className="grid-empty">{props.empty}</p>}
    </div>
  );
}

const cellClass = (column: Column): string | undefined =>
  column.kind === 'number' && column.entity === undefined ? 'num' : undefined;
