import { expect, test } from 'vitest';
import type { RunEntry } from '../../runner';
import { estimateWords, standingOf } from './facts';

const run = (more: Partial<RunEntry>): RunEntry => ({
  runId: 'r',
  title: 'Planetary fabric',
  label: 'planetary-fabric',
  state: 'interrupted',
  status: 'running',
  tick: 214,
  endTickEstimate: 548,
  jobsTotal: 10_000,
  jobsCompleted: 4118,
  digest: null,
  createdAtMs: 0,
  openedAtMs: 0,
  bytes: 0,
  ...more,
});

test('an estimate sounds like one', () => {
  expect(estimateWords({ ticks: 548, engineMs: 93, memoryBytes: 13_600_000, jobs: 10_000 })).toBe(
    'about 550 ticks, well under a second, 14 MB of memory',
  );
  expect(estimateWords({ ticks: 7, engineMs: 2000, memoryBytes: 1, jobs: 1 })).toBe(
    'about 7 ticks, about 2 seconds, 1 byte of memory',
  );
});

test('a run of the library says how it stands', () => {
  expect(standingOf(run({})).words).toBe('Interrupted at tick 214 of about 548');
  expect(standingOf(run({ endTickEstimate: null })).words).toBe('Interrupted at tick 214');
  expect(standingOf(run({ state: 'ended', status: 'completed', jobsCompleted: 9999 })).words).toBe(
    'Complete, 9,999 of 10,000 done',
  );
  expect(standingOf(run({ state: 'in another tab' })).tone).toBe('plain');
});
