import { Engine, numbered } from '../engine';
import type { Plan, ScheduledCommand } from '../plan';
import type { Frame } from '../report';
import { immediateClock } from './host/clock';
import { EngineHost } from './host/engine-host';
import { passage } from './host/pace';
import { keepsNothing } from './vault/keeper';

export interface HeadlessRun {
  plan: Plan;
  commands: ScheduledCommand[];
  /** Where to go on: a state, or only how far the run had come. */
  from?: { tick: number; snapshot: ArrayBuffer | null };
  onFrame?: (frame: Frame) => void;
  /** Stops the run where it is; it is then not ended. */
  signal?: AbortSignal;
}

/**
 * Runs a mission to its end, or to where it is interrupted, in this thread: the same host as in the page.
 * @throws when the engine fails
 */
export async function runHeadless({
  plan,
  commands,
  from,
  onFrame,
  signal,
}: HeadlessRun): Promise<EngineHost> {
  const clock = immediateClock();
  const engine = from?.snapshot
    ? Engine.restore(plan, numbered(commands), from.snapshot)
    : new Engine(plan, numbered(commands));
  const host = new EngineHost({ engine, clock, keeper: keepsNothing, savedTick: engine.tick, onFrame });
  if (from !== undefined) {
    const course = passage(engine, from.tick);
    while (!signal?.aborted && course.slice(() => clock.now())) await clock.breathe();
  }
  const stop = () => void host.pause().catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  if (!signal?.aborted) host.play({ kind: 'rehearse' });
  await host.finished();
  signal?.removeEventListener('abort', stop);
  return host;
}
