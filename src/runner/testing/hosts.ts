import { Engine, numbered, toHex } from '../../engine';
import type { ParsedMission } from '../../plan';
import { type HostClock, immediateClock } from '../host/clock';
import { EngineHost, type HostOptions } from '../host/engine-host';
import { reopen } from '../host/open';
import { VaultKeeper } from '../vault/keeper';
import { newRun } from '../vault/new-run';
import type { Vault } from '../vault/vault';

/** The digest of a mission that nobody interrupts. */
export function digestOf({ plan, commands }: ParsedMission): string {
  const engine = new Engine(plan, numbered(commands));
  engine.advanceTo(plan.run.maxTicks);
  return digestNow(engine);
}

export const digestNow = (engine: Engine): string => toHex(engine.tables.log.digest());

/** A host of a new run in `vault`, as a worker has one. */
export async function createHost(
  vault: Vault,
  runId: string,
  { plan, commands }: ParsedMission,
  options: Partial<HostOptions> = {},
): Promise<EngineHost> {
  const { record, texts } = newRun(runId, plan, commands, 0);
  await vault.create(record, texts);
  const engine = new Engine(plan, numbered(commands));
  const keeper = new VaultKeeper(vault, runId, () => {});
  return new EngineHost({ engine, clock: immediateClock(), keeper, ...options });
}

/** A host of a kept run. */
export async function reopenHost(
  vault: Vault,
  runId: string,
  notices: string[] = [],
  clock: HostClock = immediateClock(),
): Promise<EngineHost> {
  const { engine, savedTick } = await reopen(vault, runId, clock, (words) => notices.push(words));
  return new EngineHost({ engine, clock, keeper: new VaultKeeper(vault, runId, () => {}), savedTick });
}
