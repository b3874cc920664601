import type { Engine } from '../../engine';

/** A slice of work after which messages are handled: short enough that a pause feels immediate. */
export const SLICE_MS = 8;
/** Events between two looks at the clock: about a millisecond of work. */
const EVENTS_PER_LOOK = 2048;
/** What a stalled page owes is forgiven beyond this, or it would be flooded when it wakes. */
const MOST_OWED_MS = 250;
/** A sleeping flight looks this often whether it was paused. */
const LONGEST_SLEEP_MS = 50;

/** What a run is moving towards. */
export interface Course {
  /** Moves the engine for at most about a slice; returns false when the course is at its goal. */
  slice(now: () => number): boolean;
  /** How long nothing is due; 0 = go on at once. */
  restMs(): number;
}

/** To the end, as fast as it can. */
export function rehearsal(engine: Engine): Course {
  return {
    slice(now) {
      const until = now() + SLICE_MS;
      while (!engine.advanceBy(EVENTS_PER_LOOK)) if (now() >= until) return true;
      return false;
    },
    restMs: () => 0,
  };
}

/** To `tick`, as fast as it can. Strides grow while ticks are cheap, so that idle stretches cost nothing. */
export function passage(engine: Engine, tick: number): Course {
  let strideTicks = 1;
  return {
    slice(now) {
      const until = now() + SLICE_MS;
      while (engine.tick < tick && !engine.ended) {
        const before = now();
        engine.advanceTo(Math.min(tick, engine.tick + strideTicks));
        const after = now();
        if (after - before < 1) strideTicks = Math.min(strideTicks * 2, 1 << 20);
        else if (after - before > 4) strideTicks = Math.max(1, strideTicks >> 1);
        if (after >= until) return true;
      }
      return false;
    },
    restMs: () => 0,
  };
}

/** `ticksPerSecond` of wall time, which decides when a tick is done and never what happens in it. */
export function flight(engine: Engine, ticksPerSecond: number, startedAt: number): Course {
  let owedTicks = 0;
  let lookedAt = startedAt;
  const msPerTick = 1000 / ticksPerSecond;
  return {
    slice(now) {
      const start = now();
      owedTicks += Math.min(start - lookedAt, Math.max(MOST_OWED_MS, msPerTick)) / msPerTick;
      lookedAt = start;
      while (owedTicks >= 1 && !engine.ended) {
        owedTicks--;
        engine.advanceTo(engine.tick + 1);
        if (now() - start >= SLICE_MS) break;
      }
      return !engine.ended;
    },
    restMs: () => (owedTicks >= 1 ? 0 : Math.min((1 - owedTicks) * msPerTick, LONGEST_SLEEP_MS)),
  };
}
