import { expect, it } from 'vitest';
import { expectedOutcome, peerJobs } from './jobs';

it('makes the job list that README.md describes', () => {
  const jobs = peerJobs(100_000);
  // From the Python program beside it, which reads the same rule.
  expect([...jobs.arrivalTick.slice(0, 4)]).toEqual(FIRST.map(([arrival]) => arrival));
  expect([...jobs.durationTicks.slice(0, 4)]).toEqual(FIRST.map(([, duration]) => duration));
  expect(expectedOutcome(jobs)).toEqual({ makespanTicks: 50_089, waitTicks: 393_306 });
});

const FIRST = [
  [1, 10],
  [2, 56],
  [3, 59],
  [4, 44],
];
