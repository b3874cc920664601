import { expect, test } from 'vitest';
import { MockRunView } from '../testing';
import { suggestFrom, suggestJobs } from './suggest';

test('jobs that can still be moved are offered before those that ended', async () => {
  const found = await suggestJobs(new MockRunView(200))('mars');
  expect(found).toHaveLength(8);
  expect(found.every((job) => job.id.includes('mars'))).toBe(true);
  expect(found.filter((job) => job.words.startsWith('running')).length).toBeGreaterThan(0);
  expect(found.some((job) => job.words.startsWith('completed'))).toBe(false);
});

test('a finished run still finds its jobs', async () => {
  const [first] = await suggestJobs(new MockRunView(null))('earth-climate-0001');
  expect(first.id).toBe('earth-climate-0001');
});

test('a list at hand is searched by its words', async () => {
  const nodes = [
    { id: 'mars.gpu', words: 'mars.gpu, Mars, offline' },
    { id: 'luna.a', words: 'luna.a, Luna' },
  ];
  expect(await suggestFrom(nodes)('OFFLINE')).toEqual([nodes[0]]);
});
