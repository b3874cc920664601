import { type ReactNode, useEffect, useId, useMemo, useReducer, useRef, useState } from 'react';
import type { EntityRef, RunDescription, RunView, TableName } from '../../report';
import { counted, whole } from '../format';
import { LinkButton } from '../parts';
import { ColumnMenu } from './ColumnMenu';
import { CsvButton } from './CsvButton';
import { FilterRow } from './FilterRow';
import { Grid } from './Grid';
import { nextSort, questionFor, SORT_KEY, writeSort } from './order';
import { Pages } from './pages';
import './table.css';

export interface DataTableProps {
  view: RunView;
  description: RunDescription;
  table: TableName;
  /** What a row is: "job", "node". */
  noun: string;
  filters: Record<string, string>;
  onFilters(next: Record<string, string>): void;
  onOpen(ref: EntityRef): void;
  /** Changes when the run has moved. */
  beat: string;
  /** Columns hidden until asked for; one that is filtered or sorted by is always shown. */
  hide?: readonly string[];
  /** More to filter by, before the count. */
  children?: ReactNode;
  /** Said when the table itself has no rows. */
  empty?: string;
  /** As tall as its rows, at most so many; for short tables on a page with more. */
  fit?: number;
}

const NONE: readonly string[] = [];

/** Any table of a run: asked a page at a time, sorted and filtered where the rows are. */
export function DataTable(props: DataTableProps) {
  const { view, table, noun, filters, onFilters, beat } = props;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [chosen, setHidden] = useState<ReadonlySet<string> | null>(null);
  const hide = props.hide ?? NONE;
  const hidden = useMemo(() => chosen ?? new Set(hide), [chosen, hide]);
  const pages = useRef<Pages | null>(null);
  const captionId = useId();
  const key = JSON.stringify([table, filters]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the filters, whose object is new each time
  const question = useMemo(() => questionFor(table, filters), [key]);

  // One store a view and table; filters only change its question.
  const store = useMemo(() => {
    pages.current?.close();
    pages.current = new Pages((query) => view.page(query), redraw);
    return pages.current;
  }, [view]);
  useEffect(() => () => store.close(), [store]);
  useEffect(() => store.ask(question), [store, question]);
  const firstBeat = useRef(beat);
  useEffect(() => {
    if (beat === firstBeat.current) return;
    firstBeat.current = beat;
    store.refresh();
  }, [store, beat]);

  const { columns, total, matching, stale, problem } = store.shown;
  const used = [question.sort?.column, ...Object.keys(question.filter ?? {})].join();
  const visible = useMemo(() => {
    const inUse = new Set(used.split(','));
    return columns
      .map((column, at) => ({ column, at }))
      .filter(({ column: { id } }, i) => i === 0 || !hidden.has(id) || inUse.has(id));
  }, [columns, hidden, used]);
  const visibleColumns = useMemo(() => visible.map(({ column }) => column), [visible]);
  const filtered = Object.keys(question.filter ?? {}).length > 0;
  // What can be seen at once needs no filter.
  const showFilters = props.fit === undefined || filtered || total > props.fit;
  const setFilter = useLatest((column: string, text: string) => {
    const { [column]: _, ...rest } = filters;
    onFilters(text === '' ? rest : { ...rest, [column]: text });
  });
  const setSort = useLatest((column: string) => {
    const { [SORT_KEY]: _, ...rest } = filters;
    const next = nextSort(question.sort, column);
    onFilters(next === undefined ? rest : { ...rest, [SORT_KEY]: writeSort(next) });
  });
  return (
    <section className={`data-table${stale && columns.length > 0 ? ' stale' : ''}`} aria-busy={stale}>
      <header className="data-bar">
        {props.children}
        <p id={captionId} role="status">
          {columns.length === 0 ? ' ' : countWords(matching, total, filtered, noun)}
        </p>
        {filtered && (
          <LinkButton
            onClick={() =>
              onFilters(filters[SORT_KEY] === undefined ? {} : { [SORT_KEY]: filters[SORT_KEY] })
            }
          >
            Clear filters
          </LinkButton>
        )}
        <span className="data-space" />
        {columns.length > 6 && <ColumnMenu columns={columns} hidden={hidden} onHidden={setHidden} />}
        <CsvButton view={view} question={question} name={`${props.description.label}-${table}`} />
      </header>
      {problem !== null && <p className="data-problem">The rows could not be read: {problem}</p>}
      {columns.length > 0 && (
        <Grid
          store={store}
          columns={visible}
          rows={matching}
          sort={question.sort}
          onSort={setSort}
          questionKey={key}
          labelledBy={captionId}
          description={props.description}
          onOpen={props.onOpen}
          fit={props.fit}
          filterRow={
            showFilters ? (
              <FilterRow
                columns={visibleColumns}
                filters={filters}
                shards={props.description.shards}
                onFilter={setFilter}
              />
            ) : null
          }
          empty={
            total === 0
              ? (props.empty ?? `There are no ${noun}s here yet.`)
              : `No ${noun} passes these filters.`
          }
        />
      )}
    </section>
  );
}

/** "1,204 of 10,000 jobs" when filtered, "10,000 jobs" when not. */
export function countWords(matching: number, total: number, filtered: boolean, noun: string): string {
  return filtered ? `${whole(matching)} of ${counted(total, noun)}` : counted(total, noun);
}

/** A function with one identity that always does what its newest version does. */
function useLatest<A extends unknown[]>(does: (...args: A) => void): (...args: A) => void {
  const newest = useRef(does);
  newest.current = does;
  return useMemo(
    () =>
      (...args: A) =>
        newest.current(...args),
    [],
  );
}
