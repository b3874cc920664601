import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimingWheel } from './timing-wheel';

/** One turn of the wheel. */
const TURN = 1024;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      addAhead: fc.oneof(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 5 * TURN }),
        fc.constantFrom(TURN - 1, TURN, TURN + 1, 2 * TURN),
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ removeAt: fc.nat(1000) }) },
  { weight: 3, arbitrary: fc.record({ passTicks: fc.integer({ min: 1, max: 700 }) }) },
);

describe('TimingWheel', () => {
  it('gives the same entries at the same ticks as a naive list', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 30), fc.array(step, { maxLength: 120, size: 'max' }), (start, steps) => {
        const wheel = new TimingWheel();
        const model = new Map<number, number>();
        const idle: number[] = [];
        let entries = 0;
        let now = start;
        for (const s of steps) {
          if ('addAhead' in s) {
            const entry = idle.pop() ?? entries++;
            wheel.add(entry, now + s.addAhead);
            model.set(entry, now + s.addAhead);
          } else if ('removeAt' in s) {
            const entry = [...model.keys()][s.removeAt % Math.max(1, model.size)];
            if (entry === undefined) continue;
            wheel.remove(entry);
            model.delete(entry);
            idle.push(entry);
          } else {
            const until = now + s.passTicks;
            while (now < until) {
              const ahead = wheel.ticksToNext(now);
              const dues = [...model.values()];
              if (dues.length === 0) expect(ahead).toBe(Number.POSITIVE_INFINITY);
              else {
                expect(ahead).toBeGreaterThanOrEqual(1);
                expect(now + ahead).toBeLessThanOrEqual(Math.min(...dues));
              }
              now = Math.min(until, now + ahead);
              const due: number[] = [];
              wheel.collectDue(now, due);
              const expected = [...model].filter(([, at]) => at === now).map(([entry]) => entry);
              expect(due.sort((x, y) => x - y)).toEqual(expected.sort((x, y) => x - y));
              for (const entry of due) {
                expect(wheel.dueOf(entry)).toBe(now);
                wheel.remove(entry);
                model.delete(entry);
                idle.push(entry);
              }
            }
          }
          expect(wheel.length).toBe(model.size);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([1, 31, 32, 33, 1023, 1024])('looks exactly %i ticks ahead', (ahead) => {
    for (const now of [0, 5, 31, 32, 1023, 1024, 2 ** 31 - 5000]) {
      const wheel = new TimingWheel();
      wheel.add(0, now + ahead);
      expect(wheel.ticksToNext(now)).toBe(ahead);
    }
  });
});
