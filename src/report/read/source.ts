import type { RunCommand } from '../../engine';
import { RUN_STATUSES } from '../../engine';
import { LIMITS, type Plan } from '../../plan';
import type { RunSource } from '../view/source';
import type { Proof } from '../view/types';
import { numberAt } from './claims';
import { claimedInvariants } from './invariants';
import type { Rebuild } from './rebuild';

export interface ReadParts {
  name: string;
  plan: Plan;
  commands: readonly RunCommand[];
  rebuild: Rebuild;
  manifest: Record<string, unknown> | null;
  ledger: Record<string, unknown> | null;
  proof: () => Proof;
}

/** A report that was read as a source; it stands still. */
export function reportSource({
  name,
  plan,
  commands,
  rebuild,
  manifest,
  ledger,
  proof,
}: ReadParts): RunSource {
  const { tables, series, lastTick } = rebuild;
  const done = numberAt(manifest, 'ticksDone');
  // Quiet ticks after the last event leave no trace in the events; the manifest tells how many were done.
  const claimed = done !== null && Number.isInteger(done) && done - 1 <= LIMITS.ticks ? done - 1 : -1;
  const started = tables.log.length > 1 || claimed >= 0;
  const tick = tables.status !== 0 ? tables.endTick : started ? Math.max(claimed, lastTick) : -1;
  return {
    kind: 'report',
    note: `report "${name}"`,
    tool: 'orrery',
    label: name,
    plan,
    commands,
    tables,
    series,
    tick,
    status: tick < 0 ? 'ready' : RUN_STATUSES[tables.status],
    invariants: claimedInvariants(ledger),
    ticksPerSecond: 0,
    proof,
  };
}
