import { EventKind, pairFrom, pairTo } from '../../engine';
import type { RunSource } from '../view/source';
import type { Cell } from '../view/types';
import { shardLabels } from '../words/names';
import { decimalText } from '../words/numbers';
import { smallTable, type Table } from './table';

/** Work that moved between shards: departed, arrived, on its way, and cancelled on the way. */
export function flowsTable({ tables }: RunSource): Table {
  const { accounts, fleet, log } = tables;
  const { ledger } = accounts;
  const names = shardLabels(fleet);
  const arrivals = new Map<number, number>();
  log.scan(log.firstSeq, log.length, (_seq, _tick, kind, _a, b) => {
    if (kind === EventKind.jobArrived) arrivals.set(b, (arrivals.get(b) ?? 0) + 1);
  });
  const rows = accounts.pairs().map((pair): Cell[] => {
    const account = accounts.transit(pair);
    const arrived = arrivals.get(pair) ?? 0;
    return [
      names[pairFrom(pair)],
      names[pairTo(pair)],
      ledger.unitsReceived(account),
      ledger.valueReceived(account),
      arrived,
      ledger.units(account),
      ledger.unitsPaid(account) - arrived,
      fleet.latencyBetween(pairFrom(pair), pairTo(pair)),
    ];
  });
  return smallTable(
    [
      { id: 'from', label: 'From', kind: 'enum', values: [...names] },
      { id: 'to', label: 'To', kind: 'enum', values: [...names] },
      { id: 'jobs', label: 'Departed', kind: 'number', unit: 'jobs' },
      { id: 'value', label: 'Value departed', kind: 'number' },
      { id: 'arrived', label: 'Arrived', kind: 'number', unit: 'jobs' },
      { id: 'inTransit', label: 'On the way', kind: 'number', unit: 'jobs' },
      { id: 'cancelled', label: 'Cancelled on the way', kind: 'number', unit: 'jobs' },
      { id: 'latency', label: 'Latency', kind: 'number', unit: 'ms' },
    ],
    rows,
  );
}

const BOOKS = ['work', 'money'];

/** Every account of the ledger; a unit is a job in the book of work, a charge in the book of money. */
export function accountsTable({ tables }: RunSource): Table {
  const { ledger, payer, nodeIncome } = tables.accounts;
  const money = new Set([...payer, ...nodeIncome]);
  const rows = Array.from({ length: ledger.accounts }, (_, account): Cell[] => [
    ledger.nameOf(account),
    money.has(account) ? 'money' : 'work',
    ledger.unitsReceived(account),
    ledger.unitsPaid(account),
    ledger.units(account),
    ledger.valueReceived(account),
    ledger.valuePaid(account),
    ledger.value(account),
  ]);
  return smallTable(
    [
      { id: 'account', label: 'Account', kind: 'text' },
      {
        id: 'book',
        label: 'Book',
        kind: 'enum',
        values: BOOKS,
        help: 'Work counts jobs; money counts charges.',
      },
      { id: 'unitsIn', label: 'Units in', kind: 'number' },
      { id: 'unitsOut', label: 'Units out', kind: 'number' },
      { id: 'units', label: 'Balance', kind: 'number', unit: 'units' },
      { id: 'valueIn', label: 'Value in', kind: 'number' },
      { id: 'valueOut', label: 'Value out', kind: 'number' },
      { id: 'value', label: 'Balance', kind: 'number', unit: 'value' },
    ],
    rows,
  );
}

/** What each priced node was paid, and for how much work. */
export function costsTable({ tables }: RunSource): Table {
  const { accounts, fleet } = tables;
  const { ledger } = accounts;
  const names = shardLabels(fleet);
  const rows = fleet.nodes.flatMap((node, n): Cell[][] => {
    if (node.price === null) return [];
    const { id, decimals } = fleet.currencies[node.price.currency];
    const income = accounts.nodeIncome[n];
    const smallest = ledger.valueReceived(income);
    return [
      [
        node.id,
        names[node.region],
        id,
        smallest / 10 ** decimals,
        decimalText(smallest, decimals),
        ledger.unitsReceived(income),
        ledger.units(accounts.completed[n]),
      ],
    ];
  });
  return smallTable(
    [
      { id: 'node', label: 'Node', kind: 'id', entity: 'node' },
      { id: 'shard', label: 'Shard', kind: 'enum', values: [...names] },
      { id: 'currency', label: 'Currency', kind: 'enum', values: fleet.currencies.map((c) => c.id) },
      {
        id: 'amount',
        label: 'Paid',
        kind: 'number',
        help: 'In whole currency, rounded to what a number can hold.',
      },
      { id: 'exact', label: 'Paid exactly', kind: 'text', sortable: false },
      { id: 'charges', label: 'Charges', kind: 'number' },
      { id: 'done', label: 'Jobs done', kind: 'number' },
    ],
    rows,
  );
}

export function invariantsTable({ invariants }: RunSource): Table {
  return smallTable(
    [
      { id: 'id', label: 'Law', kind: 'text' },
      { id: 'sentence', label: 'What must hold', kind: 'text' },
      { id: 'holds', label: 'Holds', kind: 'enum', values: ['yes', 'no'] },
      {
        id: 'left',
        label: 'One number',
        kind: 'number',
        help: 'The two numbers that must agree, as last compared.',
      },
      { id: 'right', label: 'The other', kind: 'number' },
      { id: 'tick', label: 'Broken since', kind: 'number', unit: 'tick' },
    ],
    invariants.map(({ id, sentence, holds, left, right, tick }) => [
      id,
      sentence,
      holds ? 'yes' : 'no',
      left,
      right,
      tick,
    ]),
  );
}
