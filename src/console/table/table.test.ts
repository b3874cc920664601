import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Page, PageQuery } from '../../report';
import { MockRunView } from '../testing';
import { cellText, numberText } from './cellText';
import { csvCell, downloadCsv } from './csv';
import { columnFiltersOf, filtersFor, questionFor, readSort, sortingOf } from './order';
import { PAGE_ROWS, Pages } from './pages';
import { columnWidths } from './widths';
import {
  lastTop,
  ROW_HEIGHT,
  rowsShown,
  scrollTopFor,
  TALLEST,
  topAt,
  topToShow,
  trackHeight,
} from './window';

const spaces = fc.record({
  rows: fc.integer({ min: 0, max: 10_000_000 }),
  viewport: fc.integer({ min: 0, max: 2000 }),
});

test('every row of ten million can be brought into sight, and the scroll bar never grows past its limit', () => {
  fc.assert(
    fc.property(spaces, fc.double({ min: 0, max: 1, noNaN: true }), (space, share) => {
      expect(trackHeight(space)).toBeLessThanOrEqual(TALLEST);
      const top = share * lastTop(space);
      expect(topAt(space, scrollTopFor(space, top))).toBeCloseTo(top, 3);
      const { first, end } = rowsShown(space, top);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(space.rows);
      if (space.rows > 0 && space.viewport >= ROW_HEIGHT) {
        const row = Math.floor(share * (space.rows - 1));
        const seen = topToShow(space, top, row);
        expect(row + 1).toBeGreaterThan(seen);
        expect(row + 1).toBeLessThanOrEqual(seen + space.viewport / ROW_HEIGHT + 1e-6);
      }
    }),
  );
});

test('order and filters are read from the address bar and written back', () => {
  expect(readSort('-waited')).toEqual({ column: 'waited', descending: true });
  expect(questionFor('jobs', { state: 'queued', id: '', sort: '-value' })).toEqual({
    table: 'jobs',
    filter: { state: 'queued' },
    sort: { column: 'value', descending: true },
  });
  const filters = { state: 'queued', tickFrom: '5', sort: '-value' };
  const question = questionFor('jobs', filters);
  expect(filtersFor(columnFiltersOf(question), sortingOf(question))).toEqual(filters);
  expect(filtersFor([], [{ id: 'value', desc: false }])).toEqual({ sort: 'value' });
  expect(filtersFor([], [])).toEqual({});
});

const rowOf = (pages: Pages, index: number) =>
  pages.shown.rows.find((row) => row.index === index)?.cells ?? null;

function answers(total: number) {
  const waiting: { query: PageQuery; answer(): void }[] = [];
  const page = (query: PageQuery) =>
    new Promise<Page>((resolve) => {
      waiting.push({
        query,
        answer: () => {
          const size = Math.max(0, Math.min(query.limit, total - query.offset));
          const rows = Array.from({ length: size }, (_, i) => [
            `${query.filter?.state ?? 'all'}-${query.offset + i}`,
          ]);
          resolve({ table: query.table, columns: [], total, matching: total, offset: query.offset, rows });
        },
      });
    });
  const next = async () => {
    waiting.shift()?.answer();
    await new Promise((r) => setTimeout(r));
  };
  return { page, next, waiting };
}

test('pages: only what is in sight is asked; old rows stay until the new ones are here; late answers are dropped', async () => {
  const { page, next, waiting } = answers(1000);
  const pages = new Pages(page, () => {});
  pages.ask({ table: 'jobs' });
  await next();
  expect(rowOf(pages, 0)).toEqual(['all-0']);
  expect(rowOf(pages, PAGE_ROWS)).toBeNull();
  pages.look(PAGE_ROWS - 5, PAGE_ROWS + 5);
  expect(waiting.map((w) => w.query.offset)).toEqual([PAGE_ROWS]);
  await next();
  expect(rowOf(pages, PAGE_ROWS)).toEqual([`all-${PAGE_ROWS}`]);

  pages.ask({ table: 'jobs', filter: { state: 'queued' } });
  pages.ask({ table: 'jobs', filter: { state: 'failed' } });
  expect(rowOf(pages, 0)).toEqual(['all-0']);
  expect(pages.shown.stale).toBe(true);
  const [queued, failed] = waiting.splice(0);
  failed?.answer();
  await new Promise((r) => setTimeout(r));
  queued?.answer();
  await new Promise((r) => setTimeout(r));
  expect(rowOf(pages, 0)).toEqual(['failed-0']);
  expect(pages.shown.stale).toBe(false);
});

test('a failed question is said and the rows stay', async () => {
  const pages = new Pages(
    () => Promise.reject(new Error('the worker ended')),
    () => {},
  );
  pages.ask({ table: 'jobs' });
  await new Promise((r) => setTimeout(r));
  expect(pages.shown.problem).toBe('the worker ended');
});

test('CSV holds what is filtered, quoted where it must be, and can be cancelled', async () => {
  const view = new MockRunView(100);
  const question = questionFor('jobs', { shard: 'Mars', state: 'queued' });
  const { blob, rows, capped } = await downloadCsv(
    view.page,
    question,
    () => {},
    new AbortController().signal,
  );
  const text = await blob.text();
  expect(text.split('\r\n').length).toBe(rows + 2);
  expect(text.startsWith('Job,State,Shard')).toBe(true);
  expect(capped).toBe(false);
  const control = new AbortController();
  const cut = downloadCsv(view.page, question, () => control.abort(), control.signal);
  await expect(cut).rejects.toThrow();
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
  expect(csvCell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
  expect(csvCell(-3)).toBe('-3');
});

test('numbers in tables keep the decimals they have', () => {
  expect([1234, 0.5, 1234.25, -0.00072].map(numberText)).toEqual(['1,234', '0.5', '1,234.25', '-0.00072']);
  const spend = {
    id: 's',
    label: 'Spend',
    kind: 'number',
    unit: 'USDC',
    sortable: true,
    filterable: true,
  } as const;
  expect(cellText(spend, 0.0772, [{ id: 'USDC', decimals: 6 }])).toBe('0.077200');
});

test('columns fill the box, or need more than it has, never less than their words', () => {
  const column = (kind: 'text' | 'number', label: string) => ({
    id: label,
    label,
    kind,
    sortable: true,
    filterable: true,
  });
  const wide = columnWidths([column('text', 'What happened'), column('number', 'Tick')], [], 1000);
  expect(wide.reduce((a, b) => a + b, 0)).toBeGreaterThan(997);
  expect(wide[0]).toBeGreaterThan(wide[1] as number);
  const narrow = columnWidths([column('text', 'What happened'), column('number', 'Tick')], [], 100);
  expect(narrow[0]).toBeGreaterThan(100);
  const said = columnWidths(
    [column('text', 'What happened')],
    [['mars-0001 was submitted to Mars and waits']],
    100,
  );
  expect(said[0]).toBeGreaterThan(narrow[0] as number);
});
