import { Engine, numbered, toHex } from '../src/engine';
import type { Plan, ScheduledCommand } from '../src/plan';

export interface Rehearsal {
  elapsedMs: number;
  engine: Engine;
  digest: string;
}

/** A whole run, from the plan in memory to the digest of its log; the log, the ledger and the laws are on, as always. */
export function rehearse(plan: Plan, commands: readonly ScheduledCommand[] = []): Rehearsal {
  const start = performance.now();
  const engine = new Engine(plan, numbered(commands));
  engine.advanceTo(Number.MAX_SAFE_INTEGER);
  const digest = toHex(engine.tables.log.digest());
  const elapsedMs = performance.now() - start;
  if (engine.invariants.broken.length > 0) throw new Error(`broken: ${engine.invariants.broken[0].id}`);
  return { elapsedMs, engine, digest };
}

/** Times of `runs` runs one after another, in ms; each may use the code that the one before made warm. */
export function rehearseAgain(
  runs: number,
  plan: Plan,
  commands: readonly ScheduledCommand[] = [],
): number[] {
  return Array.from({ length: runs }, () => rehearse(plan, commands).elapsedMs);
}
