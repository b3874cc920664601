import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Engine, numbered } from '../../engine';
import { arbitraryMission } from '../../engine/fabric/testing/arbitrary-mission';
import { twelveJobs } from '../../engine/fabric/testing/twelve-jobs';
import { compareUtf8 } from '../../plan';
import { runOf } from '../testing/runs';
import { RunAnswers } from '../view/run-view';
import { liveSource } from '../view/source';
import { type Cell, type Column, type Page, type PageQuery, TABLES } from '../view/types';

const EVERY = 500;

/** The plain meaning of a page query: filter, then sort stably with unknowns last, then cut. */
function naive(whole: Page, { sort, filter = {}, offset, limit }: PageQuery): Cell[][] {
  const at = (id: string) => whole.columns.findIndex((c) => c.id === id);
  let rows = whole.rows.filter((row) =>
    Object.entries(filter).every(([id, wanted]) => {
      if (id === 'tickFrom') return Number(row[at('tick')]) >= Number(wanted);
      if (id === 'tickTo') return Number(row[at('tick')]) <= Number(wanted);
      const cell = row[at(id)];
      const { kind } = whole.columns[at(id)];
      if (kind === 'number') return cell === Number(wanted);
      if (kind === 'enum') return cell === wanted;
      return String(cell ?? '')
        .toLowerCase()
        .includes(wanted.toLowerCase());
    }),
  );
  if (sort !== undefined) {
    const by = at(sort.column);
    const { kind, values } = whole.columns[by];
    const compare = (x: Cell, y: Cell): number => {
      if (kind === 'number') return Number(x) - Number(y);
      if (kind === 'enum') return (values?.indexOf(String(x)) ?? 0) - (values?.indexOf(String(y)) ?? 0);
      return compareUtf8(String(x), String(y));
    };
    rows = rows
      .map((row, i) => ({ row, i }))
      .sort((x, y) => {
        const [a, b] = [x.row[by], y.row[by]];
        if (a === null || b === null) return Number(a === null) - Number(b === null) || x.i - y.i;
        return (sort.descending ? -1 : 1) * compare(a, b) || x.i - y.i;
      })
      .map(({ row }) => row);
  }
  return rows.slice(offset, offset + limit);
}

/** Columns whose order is that of numbers, not of the text they show; checked apart. */
const inOwnOrder = ({ table }: PageQuery, { id, kind }: Column): boolean =>
  (table === 'jobs' || table === 'events') && (kind === 'id' || id === 'id');

describe('a page', () => {
  it('is what filtering, sorting and cutting the whole table gives', () => {
    fc.assert(
      fc.property(arbitraryMission, fc.constantFrom(...TABLES), fc.gen(), (mission, table, draw) => {
        const answers = new RunAnswers(liveSource(runOf(mission, draw(fc.nat, 60))));
        const whole = answers.page({ table, offset: 0, limit: EVERY });
        expect(whole.rows).toHaveLength(Math.min(whole.total, EVERY));
        if (whole.total > EVERY || whole.columns.length === 0) return;
        const query: PageQuery = { table, offset: draw(fc.nat, 5), limit: draw(fc.nat, 30) };
        const column = whole.columns[draw(fc.nat, whole.columns.length - 1)];
        const wish = draw(fc.constantFrom, 'sort', 'filter', 'both', 'none');
        const ownOrder = inOwnOrder(query, column);
        if (wish !== 'filter' && wish !== 'none' && column.sortable && !ownOrder)
          query.sort = { column: column.id, descending: draw(fc.boolean) };
        const cells = whole.rows
          .map((row) => row[whole.columns.indexOf(column)])
          .filter((cell) => cell !== null && cell !== '');
        if (wish !== 'sort' && wish !== 'none' && cells.length > 0 && column.filterable)
          query.filter = { [column.id]: String(cells[draw(fc.nat, cells.length - 1)]) };
        if (table === 'events' && draw(fc.boolean))
          query.filter = { ...query.filter, tickFrom: '3', tickTo: '9' };
        const sorted = query.sort?.column;
        // A log stands in the order of its ticks; turned round, equal ticks turn round with it.
        if (table === 'events' && query.sort?.descending && (sorted === 'tick' || sorted === 'seq')) return;
        const page = answers.page(query);
        expect(page.rows).toEqual(naive(whole, query));
        expect(page.matching).toBe(
          naive(whole, { ...query, offset: 0, limit: Number.MAX_SAFE_INTEGER }).length,
        );
        // What is remembered is the same as what is made anew.
        expect(answers.page(query)).toEqual(page);
      }),
      { numRuns: 400 },
    );
  }, 120_000);

  it('follows a run that goes on: what was found stays found, and the new is found too', () => {
    fc.assert(
      fc.property(
        arbitraryMission,
        fc.constantFrom('job.assigned', 'node.offline', 'job.failed'),
        ({ plan, commands }, type) => {
          const engine = new Engine(plan, numbered(commands));
          const answers = new RunAnswers(liveSource(engine));
          for (const tick of [2, 9, 10, 40]) {
            engine.advanceTo(tick);
            for (const sort of [undefined, { column: 'tick', descending: true }]) {
              const query: PageQuery = { table: 'events', offset: 0, limit: EVERY, filter: { type }, sort };
              expect(answers.page(query)).toEqual(new RunAnswers(liveSource(engine)).page(query));
            }
            const jobs: PageQuery = {
              table: 'jobs',
              offset: 0,
              limit: EVERY,
              sort: { column: 'waited', descending: true },
            };
            expect(answers.page(jobs)).toEqual(new RunAnswers(liveSource(engine)).page(jobs));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const answers = new RunAnswers(liveSource(runOf(twelveJobs)));
  const ids = (query: Partial<PageQuery>) =>
    answers.page({ table: 'jobs', offset: 0, limit: EVERY, ...query }).rows.map(([id]) => id);

  it('of jobs by id stands in the order of the ids, either way', () => {
    const sorted = [...ids({})].sort((x, y) => compareUtf8(String(x), String(y)));
    expect(ids({ sort: { column: 'id', descending: false } })).toEqual(sorted);
    expect(ids({ sort: { column: 'id', descending: true } })).toEqual(sorted.reverse());
  });

  it('of events the other way round begins with the last', () => {
    const last = answers.page({
      table: 'events',
      offset: 0,
      limit: 1,
      sort: { column: 'seq', descending: true },
    });
    expect(last.rows[0][2]).toBe('run.ended');
  });

  it('with a wish that nothing can fulfil is empty, never whole', () => {
    for (const filter of [{ nosuch: 'x' }, { state: 'vanished' }, { priority: 'high' }])
      expect(ids({ filter: filter as unknown as Record<string, string> })).toEqual([]);
    expect(ids({ filter: { state: '' } })).toHaveLength(12);
  });

  it('is never longer than 500 rows, and asks for no row before the first', () => {
    expect(answers.page({ table: 'jobs', offset: -5, limit: 1e9 })).toMatchObject({
      offset: 0,
      total: 12,
      matching: 12,
    });
    expect(() => answers.page({ table: 'nosuch' as 'jobs', offset: 0, limit: 1 })).toThrow(/no table/);
  });

  it('carries plain columns that survive a structured clone', () => {
    for (const table of TABLES) {
      const page = answers.page({ table, offset: 0, limit: 3 });
      expect(structuredClone(page)).toEqual(page);
      expect(new Set(page.columns.map((c) => c.id)).size).toBe(page.columns.length);
    }
  });
});
