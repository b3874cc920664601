import { WAIT_REASONS } from '../events';
import { WAIT_COLUMNS } from '../job-table';
import type { FabricTables } from '../tables';

/** Everything the tables remember of jobs, nodes, shards and accounts; not the log, not the receipts. */
export function columnsOf(tables: FabricTables) {
  const { jobs, accounts, fleet } = tables;
  const { ledger } = accounts;
  return {
    state: jobs.state.slice(),
    shard: jobs.shard.slice(),
    attempts: jobs.attempts.slice(),
    hops: jobs.hops.slice(),
    work: jobs.work.slice(),
    since: jobs.since.slice(),
    firstStart: jobs.firstStart.slice(),
    place: jobs.place.slice(),
    waits: Array.from({ length: jobs.count }, (_, j) =>
      WAIT_REASONS.map((_, r) => jobs.waits[j * WAIT_COLUMNS + r]),
    ),
    visited: Array.from({ length: jobs.count }, (_, j) => fleet.shards.map((_, s) => jobs.visited(j, s))),
    offline: tables.offline.slice(),
    usedSlots: tables.usedSlots.slice(),
    jobsStarted: tables.jobsStarted.slice(),
    ownPause: tables.ownPause.slice(),
    alert: tables.alert.slice(),
    activeSlots: tables.activeSlots.slice(),
    serving: tables.serving.slice(),
    systemPause: tables.systemPause,
    inTransit: [...tables.inTransit()],
    accounts: Array.from({ length: ledger.accounts }, (_, a) => [
      ledger.nameOf(a),
      ledger.unitsReceived(a),
      ledger.unitsPaid(a),
      ledger.valueReceived(a),
      ledger.valuePaid(a),
    ]),
  };
}
