import { type ReactNode, useEffect, useId, useMemo, useReducer, useRef } from 'react';
import type { EntityRef, RunDescription, RunView, TableName } from '../../report';
import { counted, whole } from '../format';
import { LinkButton } from '../parts';
import { ColumnMenu } from './ColumnMenu';
import { CsvButton } from './CsvButton';
import { FilterRow } from './FilterRow';
import { Grid } from './Grid';
import { questionFor } from './order';
import { Pages } from './pages';
import './table.css';
import { useDataTable } from './useDataTable';

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
  const { view, table: name, noun, filters, beat, description, onOpen } = props;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const pages = useRef<Pages | null>(null);
  const captionId = useId();
  const key = JSON.stringify([name, filters]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the filters, whose object is new each time
  const question = useMemo(() => questionFor(name, filters), [key]);

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
  const table = useDataTable({
    shown: store.shown,
    question,
    hide: props.hide ?? NONE,
    onFilters: props.onFilters,
    surroundings: useMemo(() => ({ description, onOpen }), [description, onOpen]),
  });
  const filtered = table.state.columnFilters.length > 0;
  // What can be seen at once needs no filter.
  const showFilters = props.fit === undefined || filtered || total > props.fit;
  return (
    <section className={`data-table${stale && columns.length > 0 ? ' stale' : ''}`} aria-busy={stale}>
      <header className="data-bar">
        {props.children}
        <p id={captionId} role="status">
          {columns.length === 0 ? ' ' : countWords(matching, total, filtered, noun)}
        </p>
        {filtered && <LinkButton onClick={() => table.resetColumnFilters(true)}>Clear filters</LinkButton>}
        <span className="data-space" />
        {columns.length > 6 && <ColumnMenu table={table} />}
        <CsvButton view={view} question={question} name={`${description.label}-${name}`} />
      </header>
      {problem !== null && <p className="data-problem">The rows could not be read: {problem}</p>}
      {columns.length > 0 && (
        <Grid
          store={store}
          table={table}
          questionKey={key}
          labelledBy={captionId}
          onOpen={onOpen}
          fit={props.fit}
          filterRow={
            showFilters ? (
              <FilterRow
                columns={table.getVisibleLeafColumns()}
                filters={table.state.columnFilters}
                shards={description.shards}
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
