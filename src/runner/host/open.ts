import { Engine, numbered, type RunCommand } from '../../engine';
import { ENGINE_REVISION, type Plan, parseCommands, parseMission } from '../../plan';
import type { RunRecord } from '../vault/records';
import type { Vault } from '../vault/vault';
import type { HostClock } from './clock';
import { passage } from './pace';

/** Where a kept run stood: what was last noted, and the tick before its last command. */
function standingTick({ standing }: RunRecord, live: readonly RunCommand[]): number {
  const lastCommand = live.at(-1);
  return Math.max(standing?.tick ?? -1, lastCommand === undefined ? -1 : lastCommand.tick - 1);
}

/**
 * A kept run exactly where it stood: the newest whole snapshot, then computed on; without one from the start.
 * @throws in words, when the run cannot be continued exactly
 */
export async function reopen(
  vault: Vault,
  runId: string,
  clock: HostClock,
  notice: (words: string) => void,
): Promise<{ engine: Engine; savedTick: number }> {
  const kept = await vault.load(runId);
  if (kept.record.engineRevision !== ENGINE_REVISION)
    throw new Error(
      `This run was made by engine revision ${kept.record.engineRevision}, this page has revision ${ENGINE_REVISION}: it would not go on the same way. Open it with the Orrery it was made with`,
    );
  const { mission, problems } = parseMission(kept.planText, 'plan.json');
  const schedule = parseCommands(kept.commandsText, 'commands.json');
  if (mission === null || schedule.commands === null)
    throw new Error(
      `The plan of this run cannot be read any more: ${[...problems, ...schedule.problems][0]?.reason ?? 'no reason was given'}`,
    );
  const commands = [...numbered(schedule.commands), ...kept.live];
  const tick = standingTick(kept.record, kept.live);
  const engine = await restored(vault, kept.record, mission.plan, commands, notice);
  const course = passage(engine, tick);
  while (course.slice(() => clock.now())) await clock.breathe();
  return { engine, savedTick: kept.record.standing?.tick ?? -1 };
}

async function restored(
  vault: Vault,
  record: RunRecord,
  plan: Plan,
  commands: RunCommand[],
  notice: (words: string) => void,
): Promise<Engine> {
  const damages: string[] = [];
  for await (const { bytes, tick } of vault.snapshots(record, (words) => damages.push(words))) {
    try {
      const engine = Engine.restore(plan, commands, bytes);
      if (engine.tick !== tick) throw new Error(`it is of tick ${engine.tick}`);
      if (damages.length > 0)
        notice(`${damages.join('. ')}. The run was continued from tick ${tick} instead.`);
      return engine;
    } catch (error) {
      damages.push(`The state saved at tick ${tick} could not be used (${(error as Error).message})`);
    }
  }
  if (damages.length > 0)
    notice(
      `${damages.join('. ')}. The run was computed again from its plan and commands, which is exact too.`,
    );
  return new Engine(plan, commands);
}
