import {
  type CSSProperties,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Column, EntityRef, PageQuery, RunDescription } from '../../report';
import { TableCell } from './cells';
import type { Pages } from './pages';
import { columnWidths } from './widths';
import { isScaled, ROW_HEIGHT, rowsShown, scrollTopFor, topAt, topToShow, trackHeight } from './window';

interface GridProps {
  store: Pages;
  columns: { column: Column; at: number }[];
  rows: number;
  sort: PageQuery['sort'];
  onSort(column: string): void;
  /** Another question: back to the first row. */
  questionKey: string;
  labelledBy: string;
  description: RunDescription;
  onOpen(ref: EntityRef): void;
  fit: number | undefined;
  filterRow: ReactNode;
  empty: string;
}

const HEADER = 38;
const FILTERS = 40;

/** Header, filters and the rows in sight, in one box that scrolls both ways. */
export function Grid(props: GridProps) {
  const { store, columns, rows, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [top, setTop] = useState(0);
  const [active, setActive] = useState<number | null>(null);
  const wheeled = useRef<number | null>(null);
  const id = useId();
  const headHeight = HEADER + (props.filterRow === null ? 0 : FILTERS) + 1;
  const viewport = Math.max(0, size.height - headHeight);
  const space = { rows, viewport };
  const shownRows = rowsShown(space, top);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const latest = useRef({ space, top });
  latest.current = { space, top };
  const moveTo = (next: number) => {
    const element = box.current;
    if (element === null) return;
    const { space } = latest.current;
    wheeled.current = next;
    element.scrollTop = scrollTopFor(space, next);
    setTop(Math.max(0, Math.min(next, topAt(space, trackHeight(space)))));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question goes back to the top
  useLayoutEffect(() => {
    moveTo(0);
    setActive(null);
  }, [props.questionKey]);
  useEffect(() => store.look(shownRows.first, shownRows.end), [store, shownRows.first, shownRows.end]);
  // Where one pixel of the scroll bar is many rows, the wheel moves by rows, not by pixels.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const wheel = (event: WheelEvent) => {
      const { space, top } = latest.current;
      if (!isScaled(space) || event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      const rowsMoved = event.deltaMode === 1 ? event.deltaY : event.deltaY / ROW_HEIGHT;
      moveTo(Math.max(0, top + rowsMoved));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  });

  const go = (row: number) => {
    const kept = Math.max(0, Math.min(rows - 1, row));
    setActive(kept);
    const next = topToShow(space, top, kept);
    if (next !== top) moveTo(next);
  };
  const firstLink = columns.find(({ column }) => column.entity !== undefined);
  const openActive = () => {
    const row = active === null ? null : store.row(active);
    const id = firstLink === undefined ? null : row?.[firstLink.at];
    if (firstLink?.column.entity === undefined || id === null || id === undefined) return;
    onOpen({ kind: firstLink.column.entity, id: String(id) });
  };
  const page = Math.max(1, Math.floor(viewport / ROW_HEIGHT) - 1);
  const scrollTop = scrollTopFor(space, top);
  // Measured on the first rows there are, and kept: a column must not change its width under the eye.
  const sampled = rows > 0 && store.row(0) !== null;
  const order = columns.map(({ column }) => column.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows of the moment the columns came count, not newer ones
  const widths = useMemo(() => {
    const samples = Array.from({ length: 60 }, (_, i) => store.row(i)).filter((row) => row !== null);
    return columnWidths(
      columns.map(({ column }) => column),
      samples.map((row) => columns.map(({ at }) => row[at] ?? null)),
      size.width,
    );
  }, [order, size.width, sampled]);
  const style = {
    '--columns': widths.map((w) => `${w}px`).join(' '),
    '--width': `${widths.reduce((a, b) => a + b, 0)}px`,
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
      onScroll={(event) => {
        const at = event.currentTarget.scrollTop;
        // Our own move comes back rounded to the pixel: in a scaled table that would be another row.
        const own = wheeled.current;
        if (own !== null && Math.abs(scrollTopFor(space, own) - at) < 1.5) return;
        wheeled.current = null;
        setTop(topAt(space, at));
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget && !(event.target instanceof HTMLButtonElement)) return;
        const at = active ?? Math.ceil(top) - 1;
        const to = {
          ArrowDown: at + 1,
          ArrowUp: at - 1,
          PageDown: at + page,
          PageUp: at - page,
          Home: 0,
          End: rows - 1,
        }[event.key];
        if (to !== undefined && rows > 0 && event.target === event.currentTarget) {
          event.preventDefault();
          go(to);
        } else if (event.key === 'Enter' && event.target === event.currentTarget) openActive();
      }}
    >
      <div className="grid-head" style={{ height: headHeight }}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus */}
        <div className="grid-row" role="row" aria-rowindex={1}>
          {columns.map(({ column }) => (
            <Header key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </div>
        {props.filterRow}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className="grid-track" role="rowgroup" style={{ height: trackHeight(space) }}>
        {Array.from({ length: Math.max(0, shownRows.end - shownRows.first) }, (_, k) => {
          const index = shownRows.first + k;
          const row = store.row(index);
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
              {columns.map(({ column, at }) => (
                // biome-ignore lint/a11y/useSemanticElements: as above
                // biome-ignore lint/a11y/useFocusableInteractive: as above
                <div key={column.id} role="gridcell" className={cellClass(column)}>
                  {row === null ? (
                    ''
                  ) : (
                    <TableCell
                      column={column}
                      cell={row[at] ?? null}
                      description={props.description}
                      onOpen={onOpen}
                    />
                  )}
                </div>
              ))}
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

function Header({
  column,
  sort,
  onSort,
}: {
  column: Column;
  sort: PageQuery['sort'];
  onSort(column: string): void;
}) {
  const way = sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const label = (
    <>
      {column.label}
      {column.unit !== undefined && <small>{column.unit}</small>}
    </>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div
      role="columnheader"
      className={cellClass(column)}
      aria-sort={way ?? (column.sortable ? 'none' : undefined)}
      title={column.help}
    >
      {column.sortable ? (
        <button type="button" onClick={() => onSort(column.id)}>
          {label}
          <i aria-hidden="true">{way === undefined ? '' : way === 'ascending' ? '↑' : '↓'}</i>
        </button>
      ) : (
        <span>{label}</span>
      )}
    </div>
  );
}
