import { expect, test } from 'vitest';
import { RunStatus } from '../events';
import { runReference } from './reference';
import { twelveJobs } from './twelve-jobs';

test('the reference model gives the twelve jobs exactly as worked out by hand', () => {
  const run = runReference(twelveJobs.plan, twelveJobs.commands);
  expect(run.events).toEqual(twelveJobs.events);
  expect(run.jobs).toEqual(twelveJobs.jobs);
  expect([run.status, run.lastTick]).toEqual([RunStatus.completed, 11]);
});
