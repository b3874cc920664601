import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import { WaitClock, Waiting } from './wait-clock';

const TICKS = 60;
const reason = fc.constantFrom(Waiting.slot, Waiting.skill, Waiting.paused);
/** What a cell waits for from each tick on; often the same for long. */
const history = fc
  .array(fc.tuple(reason, fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 12 })
  .map((stretches) => {
    const reasons = stretches.flatMap(([r, ticks]) => new Array<Waiting>(ticks).fill(r));
    while (reasons.length < TICKS) reasons.push(reasons[reasons.length - 1]);
    return reasons.slice(0, TICKS);
  });
const stretch = fc.tuple(fc.nat(TICKS), fc.nat(TICKS)).map(([x, y]) => [Math.min(x, y), Math.max(x, y)]);

/** A clock of one shard and two classes that lived through `reasons`; `noise` changes and takes back within a tick. */
function lived(reasons: Waiting[][], noise: boolean, startTick = 0): WaitClock {
  let now: Waiting[] = reasons.map((r) => r[0]);
  const clock = new WaitClock((_, jobClass) => now[jobClass], reasons.length);
  for (let tick = 0; tick < TICKS; tick++) {
    if (noise) {
      now = now.map((r) => ((r + 1) % 3) as Waiting);
      clock.refresh(0, tick);
    }
    now = reasons.map((r) => r[tick]);
    clock.refresh(0, tick);
    if (tick === startTick) for (let c = 0; c < reasons.length; c++) clock.start(0, c);
  }
  return clock;
}

function countTicks(reasons: Waiting[], since: number, until: number): number[] {
  const sums = [0, 0, 0];
  for (let tick = since; tick < until; tick++) sums[reasons[tick]]++;
  return sums;
}

/** Counted backwards: skill counts, a pause does not break the row, a tick without a slot does. */
function countUnservable(reasons: Waiting[], since: number, until: number): number {
  let ticks = 0;
  for (let tick = until - 1; tick >= since && reasons[tick] !== Waiting.slot; tick--)
    if (reasons[tick] === Waiting.skill) ticks++;
  return ticks;
}

describe('WaitClock', () => {
  it('books the ticks that counting tick by tick gives', () => {
    fc.assert(
      fc.property(history, history, fc.boolean(), stretch, (x, y, noise, [since, until]) => {
        const clock = lived([x, y], noise);
        for (const [jobClass, reasons] of [x, y].entries()) {
          const waits = Int32Array.of(9, 1, 1, 1, 9);
          clock.book(0, jobClass, since, until, waits, 1);
          const [slot, skill, paused] = countTicks(reasons, since, until);
          expect([...waits]).toEqual([9, 1 + slot, 1 + skill, 1 + paused, 9]);
          expect(clock.unservableTicks(0, jobClass, since, until)).toBe(
            countUnservable(reasons, since, until),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is exact from the tick in which it was started', () => {
    fc.assert(
      fc.property(history, fc.nat(TICKS - 1), stretch, (reasons, start, [x, y]) => {
        const clock = lived([reasons], false, start);
        const since = Math.max(start, x);
        const until = Math.max(start, y);
        const waits = new Int32Array(3);
        clock.book(0, 0, since, until, waits, 0);
        expect([...waits]).toEqual(countTicks(reasons, since, until));
        expect(clock.unservableTicks(0, 0, since, until)).toBe(countUnservable(reasons, since, until));
      }),
    );
  });

  it('gives the same answers after a snapshot', () => {
    fc.assert(
      fc.property(history, stretch, (reasons, [since, until]) => {
        const writer = new SnapshotWriter();
        lived([reasons], true).write(writer);
        const restored = new WaitClock(() => Waiting.slot, 1);
        restored.read(new SnapshotReader(writer.finish()));
        const waits = new Int32Array(3);
        restored.book(0, 0, since, until, waits, 0);
        expect([...waits]).toEqual(countTicks(reasons, since, until));
      }),
    );
  });

  it('knows nothing of a cell that never held a job', () => {
    const clock = new WaitClock(() => Waiting.skill, 3);
    expect(clock.unservableTicks(0, 2, 0, 10)).toBe(0);
    const waits = new Int32Array(3);
    clock.book(0, 2, 5, 5, waits, 0);
    expect([...waits]).toEqual([0, 0, 0]);
  });
});
