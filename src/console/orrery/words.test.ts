import { expect, test } from 'vitest';
import type { ShardNow } from '../answer';
import { bodyWords, streamWords } from './words';

const mars = { id: 'mars', displayName: 'Mars', latencyBudgetMs: 420, maxQueue: 4000, startTargetTicks: 60 };
const now: ShardNow = {
  queued: 3320,
  inbound: 0,
  running: 22,
  usedSlots: 22,
  activeSlots: 25,
  completed: 10,
  failed: 0,
  cancelled: 0,
  pause: 0,
  alert: 0,
  maxQueue: 4000,
};
const node = { status: 0, used: 10, slots: 20, shard: 2 };

test('a body says in one breath what the picture shows', () => {
  expect(bodyWords(mars, now, [node, { ...node, status: 1 }]).spoken).toBe(
    'Mars: 3,320 waiting, 88 % busy, 1 of 2 nodes offline',
  );
  expect(bodyWords(mars, { ...now, pause: 2, alert: 1 }, [node]).spoken).toBe(
    'Mars: 3,320 waiting, 88 % busy, router frozen, queue alert',
  );
  const done = { ...now, queued: 0, completed: 1700, failed: 25 };
  expect(bodyWords(mars, done, [node], true).spoken).toBe('Mars: 1,700 completed, 25 failed');
  expect(bodyWords(mars, { ...done, failed: 0 }, [node], true).busy).toBe('nothing lost');
  expect(bodyWords(mars, { ...now, activeSlots: 0, usedSlots: 0 }, []).busy).toBe('0 % busy');
});

test('streams are said, the widest first', () => {
  const flow = { from: 1, to: 0, jobs: 1, inTransit: 0, recent: 0 };
  expect(streamWords([], [])).toBe('Rings of latency. No work has spilled over.');
  expect(streamWords([flow, { ...flow, from: 2, jobs: 620 }], ['Earth', 'Luna', 'Mars'])).toBe(
    'Rings of latency, and work that spilled over: Mars to Earth 620 jobs, Luna to Earth 1 job.',
  );
});
