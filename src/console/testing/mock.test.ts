import { expect, test } from 'vitest';
import { MockRunView } from './view';

test('the mock adds up at every tick, so that screens built on it show consistent numbers', async () => {
  const view = new MockRunView();
  const { frames, jobs, lastTick } = view.history;
  for (const frame of frames) expect(frame.counts.reduce((a, b) => a + b, 0)).toBe(jobs.length);
  view.tick = 200;
  const { totals } = await view.ledger();
  const [submitted, ...states] = totals;
  expect(states.reduce((sum, t) => sum + t.jobs, 0)).toBe(submitted.jobs);
  const queued = await view.page({ table: 'jobs', offset: 0, limit: 1, filter: { state: 'queued' } });
  expect(queued.matching).toBe(frames[200].counts[1]);
  expect(lastTick).toBeGreaterThan(300);
});
