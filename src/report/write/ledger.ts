import { EventKind, pairFrom, pairTo } from '../../engine';
import { eventName } from '../events/fields';
import { FORMATS } from '../format';
import { ledgerOf } from '../view/ledger';
import type { RunSource } from '../view/source';
import { eventWords } from '../words/events';
import { decimalText } from '../words/numbers';

/** First events shown in ledger.json, so that a reader sees what its sums are made of. */
const SAMPLE_EVENTS = 20;

/** What ledger.json holds: totals, shards, nodes, flows, cost, laws, and a sample; all sums over accounts. */
export function ledgerFileOf(source: RunSource): object {
  const { totals, costs, invariants } = ledgerOf(source);
  return {
    format: FORMATS.ledger,
    totals: totals.map(({ id, jobs, value }) => ({ id, jobs, value })),
    shards: shards(source),
    nodes: nodes(source),
    flows: flows(source),
    cost: costs.map(({ currency, decimals, totalSmallest, byNode }) => ({
      currency,
      decimals,
      totalSmallest,
      total: decimalText(totalSmallest, decimals).replaceAll(',', ''),
      byNode,
    })),
    invariants,
    sample: sample(source),
  };
}

function shards({ tables }: RunSource): object[] {
  const { accounts, fleet } = tables;
  const { ledger } = accounts;
  const book = (...list: number[]): object => ({
    jobs: list.reduce((sum, account) => sum + ledger.units(account), 0),
    value: list.reduce((sum, account) => sum + ledger.value(account), 0),
  });
  const arrived = arrivals(tables);
  return fleet.shards.map(({ id }, s) => {
    const mine = fleet.nodes.flatMap(({ region }, n) => (region === s ? [n] : []));
    const pairs = accounts.pairs();
    const out = pairs.filter((pair) => pairFrom(pair) === s).map((pair) => accounts.transit(pair));
    return {
      id,
      scheduled: book(accounts.scheduled[s]),
      submitted: {
        jobs: ledger.unitsPaid(accounts.scheduled[s]),
        value: ledger.valuePaid(accounts.scheduled[s]),
      },
      in: pairs.filter((pair) => pairTo(pair) === s).reduce((sum, pair) => sum + (arrived.get(pair) ?? 0), 0),
      out: out.reduce((sum, account) => sum + ledger.unitsReceived(account), 0),
      queued: book(accounts.queued[s]),
      running: book(...mine.map((n) => accounts.running[n])),
      completed: book(...mine.map((n) => accounts.completed[n])),
      failed: book(accounts.failed[s]),
      cancelled: book(accounts.cancelled[s]),
    };
  });
}

/** Jobs that arrived over each pair; what else left transit was cancelled there. */
function arrivals({ log }: RunSource['tables']): Map<number, number> {
  const found = new Map<number, number>();
  log.scan(log.firstSeq, log.length, (_seq, _tick, kind, _a, b) => {
    if (kind === EventKind.jobArrived) found.set(b, (found.get(b) ?? 0) + 1);
  });
  return found;
}

function nodes({ tables }: RunSource): object[] {
  const { accounts, fleet } = tables;
  const { ledger } = accounts;
  return fleet.nodes.map((node, n) => ({
    id: node.id,
    shard: fleet.shards[node.region].id,
    started: tables.jobsStarted[n],
    running: ledger.units(accounts.running[n]),
    completed: ledger.units(accounts.completed[n]),
    value: ledger.value(accounts.completed[n]),
    currency: node.price === null ? null : fleet.currencies[node.price.currency].id,
    paidSmallest: ledger.valueReceived(accounts.nodeIncome[n]),
  }));
}

function flows({ tables }: RunSource): object[] {
  const { accounts, fleet } = tables;
  const { ledger } = accounts;
  const arrived = arrivals(tables);
  return accounts.pairs().map((pair) => {
    const account = accounts.transit(pair);
    return {
      from: fleet.shards[pairFrom(pair)].id,
      to: fleet.shards[pairTo(pair)].id,
      jobs: ledger.unitsReceived(account),
      value: ledger.valueReceived(account),
      arrived: arrived.get(pair) ?? 0,
      inTransit: ledger.units(account),
    };
  });
}

function sample({ tables, commands }: RunSource): object[] {
  const { log } = tables;
  const rows: object[] = [];
  log.scan(
    log.firstSeq,
    Math.min(log.length, log.firstSeq + SAMPLE_EVENTS),
    (seq, tick, kind, a, b, value) => {
      rows.push({
        seq,
        tick,
        type: eventName(kind),
        message: eventWords(tables, commands, kind, a, b, value),
      });
    },
  );
  return rows;
}
