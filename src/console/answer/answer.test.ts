import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MockRunView } from '../testing';
import { type Answered, Asker, AT_MOST_EVERY_MS } from './asker';
import { beatOf } from './beat';
import { busyShare, countsNow, flowsNow, shardNow } from './frames';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function asked() {
  const open: { resolve(answer: number): void; reject(error: Error): void }[] = [];
  let shown: Answered<number> = { answer: null, problem: null };
  const asker = new Asker<number>(
    () => new Promise((resolve, reject) => open.push({ resolve, reject })),
    (next) => {
      shown = next(shown);
    },
  );
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { asker, open, settle, shown: () => shown };
}

test('one question at a time, at most four a second, and the last change is never missed', async () => {
  const { asker, open, settle, shown } = asked();
  asker.now();
  for (let i = 0; i < 50; i++) asker.soon();
  expect(open.length).toBe(1);
  open[0]?.resolve(1);
  await settle();
  expect(shown().answer).toBe(1);
  expect(open.length).toBe(1);
  await vi.advanceTimersByTimeAsync(AT_MOST_EVERY_MS);
  expect(open.length).toBe(2);
  open[1]?.resolve(2);
  await vi.advanceTimersByTimeAsync(10 * AT_MOST_EVERY_MS);
  expect(shown().answer).toBe(2);
  expect(open.length).toBe(2);
});

test('an answer to an older question is dropped, and none is heard after the stop', async () => {
  const { asker, open, settle, shown } = asked();
  asker.now();
  asker.now();
  open[1]?.resolve(20);
  open[0]?.resolve(10);
  await settle();
  expect(shown().answer).toBe(20);
  asker.now();
  asker.stop();
  open[2]?.resolve(30);
  await settle();
  expect(shown().answer).toBe(20);
});

test('a failed question is said and the last answer stays', async () => {
  const { asker, open, settle, shown } = asked();
  asker.now();
  open[0]?.resolve(1);
  await settle();
  asker.now();
  open[1]?.reject(new Error('the worker ended'));
  await settle();
  expect(shown()).toEqual({ answer: 1, problem: 'the worker ended' });
});

test('frames are read by name', () => {
  const frame = new MockRunView(200).frameNow();
  expect(beatOf(frame)).toBe(`200/${frame.events}/running`);
  expect(beatOf(null)).toBe('');
  const mars = shardNow(frame, 2);
  expect(mars.maxQueue).toBe(900);
  expect(busyShare(mars)).toBeCloseTo(mars.usedSlots / mars.activeSlots);
  expect(busyShare({ ...mars, activeSlots: 0 })).toBe(0);
  expect(flowsNow(frame)[0]).toMatchObject({ from: 2, to: 3 });
  expect(countsNow(frame).queued).toBe(frame.counts[1]);
});
