import { EventKind, pairFrom, pairTo } from '../../engine';
import { countJobs } from '../brief/facts';
import type { RunSource } from './source';
import { COUNT_FIELDS, FLOW_FIELDS, type Frame, NODE_FIELDS, SHARD_FIELDS } from './types';

/** A departure counts as recent for this many ticks. */
const RECENT_TICKS = 10;

/** The state after the last tick as the Orrery draws it; its arrays are fresh and may be transferred. */
export function frameOf(source: RunSource): Frame {
  const { tables } = source;
  const counts = countJobs(source);
  return {
    tick: Math.max(0, source.tick),
    status: source.status,
    events: tables.log.length,
    counts: Float64Array.from(COUNT_FIELDS, (field) => counts[field]),
    shards: shardRows(source),
    nodes: nodeRows(source),
    flows: flowRows(source),
    ticksPerSecond: source.ticksPerSecond,
  };
}

function shardRows({ tables }: RunSource): Float64Array {
  const { accounts, fleet } = tables;
  const { ledger } = accounts;
  const S = fleet.shards.length;
  const inbound = new Float64Array(S);
  for (const pair of accounts.pairs()) inbound[pairTo(pair)] += ledger.units(accounts.transit(pair));
  const running = new Float64Array(S);
  const used = new Float64Array(S);
  const completed = new Float64Array(S);
  fleet.nodes.forEach(({ region }, n) => {
    running[region] += ledger.units(accounts.running[n]);
    completed[region] += ledger.units(accounts.completed[n]);
    used[region] += tables.usedSlots[n];
  });
  const rows = new Float64Array(S * SHARD_FIELDS.length);
  for (let s = 0; s < S; s++) {
    const row: Record<(typeof SHARD_FIELDS)[number], number> = {
      queued: ledger.units(accounts.queued[s]),
      inbound: inbound[s],
      running: running[s],
      usedSlots: used[s],
      activeSlots: tables.activeSlots[s],
      completed: completed[s],
      failed: ledger.units(accounts.failed[s]),
      cancelled: ledger.units(accounts.cancelled[s]),
      pause: tables.pauseOf(s),
      alert: tables.alert[s],
      maxQueue: fleet.shards[s].maxQueue,
    };
    for (let f = 0; f < SHARD_FIELDS.length; f++) rows[s * SHARD_FIELDS.length + f] = row[SHARD_FIELDS[f]];
  }
  return rows;
}

function nodeRows({ tables }: RunSource): Float64Array {
  const { nodes } = tables.fleet;
  const rows = new Float64Array(nodes.length * NODE_FIELDS.length);
  for (let n = 0; n < nodes.length; n++) {
    const at = n * NODE_FIELDS.length;
    rows[at] = tables.offline[n];
    rows[at + 1] = tables.usedSlots[n];
    rows[at + 2] = nodes[n].slots;
    rows[at + 3] = nodes[n].region;
  }
  return rows;
}

function flowRows({ tables, tick }: RunSource): Float64Array {
  const { accounts, log } = tables;
  const { ledger } = accounts;
  const pairs = accounts.pairs();
  const recent = new Map<number, number>();
  if (pairs.length > 0) {
    const since = Math.max(log.firstSeq, log.seqAtTick(tick - RECENT_TICKS + 1));
    log.scan(since, log.length, (_seq, _tick, kind, _a, b) => {
      if (kind === EventKind.jobSpilled || kind === EventKind.jobRerouted)
        recent.set(b, (recent.get(b) ?? 0) + 1);
    });
  }
  const rows = new Float64Array(pairs.length * FLOW_FIELDS.length);
  pairs.forEach((pair, i) => {
    const account = accounts.transit(pair);
    const at = i * FLOW_FIELDS.length;
    rows[at] = pairFrom(pair);
    rows[at + 1] = pairTo(pair);
    rows[at + 2] = ledger.unitsReceived(account);
    rows[at + 3] = ledger.units(account);
    rows[at + 4] = recent.get(pair) ?? 0;
  });
  return rows;
}
