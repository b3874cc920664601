import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Column } from '../../report';
import { DESCRIPTION } from '../testing/mission';
import { questionFor } from './order';
import type { Shown } from './pages';
import { type RunTable, useDataTable } from './useDataTable';

const column = (id: string, sortable = true): Column => ({
  id,
  label: id,
  kind: 'text',
  sortable,
  filterable: true,
});

const SHOWN: Shown = {
  columns: [column('id'), column('state'), column('waited'), column('notes', false)],
  rows: [
    { index: 400, cells: ['b', 'queued', 7, null] },
    { index: 401, cells: ['a', 'running', 3, null] },
  ],
  total: 1_000_000,
  matching: 5000,
  stale: false,
  problem: null,
};

interface OnceProps {
  filters: Record<string, string>;
  hide: string[];
  onTable(table: RunTable): void;
  onFilters(next: Record<string, string>): void;
}

function Once({ filters, hide, onTable, onFilters }: OnceProps) {
  const surroundings = { description: DESCRIPTION, onOpen: () => {} };
  const question = questionFor('jobs', filters);
  onTable(useDataTable({ shown: SHOWN, question, hide, onFilters, surroundings }));
  return null;
}

/** The table as one render sees it, and the filters it asked for since. */
function tableOf(filters: Record<string, string>, hide: string[] = []) {
  const tables: RunTable[] = [];
  let asked: Record<string, string> | null = null;
  const onFilters = (next: Record<string, string>) => {
    asked = next;
  };
  renderToStaticMarkup(createElement(Once, { filters, hide, onTable: (t) => tables.push(t), onFilters }));
  const [table] = tables;
  if (table === undefined) throw new Error('no table');
  return { table, asked: () => asked };
}

const press = (filters: Record<string, string>, id: string) => {
  const { table, asked } = tableOf(filters);
  table.getColumn(id)?.toggleSorting();
  return asked();
};

test('a header sorts up, then down, then as the run has it, and keeps the filters', () => {
  expect(press({ tickFrom: '5' }, 'waited')).toEqual({ tickFrom: '5', sort: 'waited' });
  expect(press({ tickFrom: '5', sort: 'waited' }, 'waited')).toEqual({ tickFrom: '5', sort: '-waited' });
  expect(press({ tickFrom: '5', sort: '-waited' }, 'waited')).toEqual({ tickFrom: '5' });
  expect(press({ sort: '-waited' }, 'state')).toEqual({ sort: 'state' });
  expect(tableOf({}).table.getColumn('notes')?.getCanSort()).toBe(false);
});

test('a filter is set, changed and cleared beside the order and the filters of no column', () => {
  const { table, asked } = tableOf({ tickFrom: '5', state: 'queued', sort: '-waited' });
  table.getColumn('id')?.setFilterValue('mars');
  expect(asked()).toEqual({ tickFrom: '5', state: 'queued', id: 'mars', sort: '-waited' });
  table.getColumn('state')?.setFilterValue('');
  expect(asked()).toEqual({ tickFrom: '5', sort: '-waited' });
  table.resetColumnFilters(true);
  expect(asked()).toEqual({ sort: '-waited' });
});

test('rows keep the order and the place the view gave them, whatever is sorted or filtered by', () => {
  const { table } = tableOf({ state: 'nothing like it', sort: 'id' });
  expect(table.getRowModel().rows.map((row) => [row.id, row.getValue('id')])).toEqual([
    ['400', 'b'],
    ['401', 'a'],
  ]);
  expect(table.getRowCount()).toBe(5000);
});

test('hidden columns stay away unless they name the row or are filtered or sorted by', () => {
  const ids = (filters: Record<string, string>) =>
    tableOf(filters, ['id', 'state', 'waited'])
      .table.getVisibleLeafColumns()
      .map(({ id }) => id);
  expect(ids({})).toEqual(['id', 'notes']);
  expect(ids({ state: 'queued' })).toEqual(['id', 'state', 'notes']);
  expect(ids({ sort: '-waited' })).toEqual(['id', 'waited', 'notes']);
  expect(tableOf({}).table.getColumn('id')?.getCanHide()).toBe(false);
});
