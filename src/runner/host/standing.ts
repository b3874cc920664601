import { type Engine, RUN_STATUSES, RunStatus, toHex } from '../../engine';
import type { RunStatusWord } from '../../report';
import type { Standing } from '../vault/records';

/** The status as people see it: a run that did no tick yet is ready. */
export function statusOf(engine: Engine): RunStatusWord {
  if (engine.tables.status !== RunStatus.running) return RUN_STATUSES[engine.tables.status];
  return engine.tick < 0 ? 'ready' : 'running';
}

export function jobsCompleted(engine: Engine): number {
  const { ledger, completed } = engine.tables.accounts;
  return completed.reduce((sum, account) => sum + ledger.units(account), 0);
}

/** Where a run stands, for the list of runs. */
export function standingOf(engine: Engine): Standing {
  return {
    tick: engine.tick,
    status: statusOf(engine),
    digest: toHex(engine.tables.log.digest()),
    jobsCompleted: jobsCompleted(engine),
    endTickEstimate: engine.ended ? engine.tables.endTick : null,
  };
}
