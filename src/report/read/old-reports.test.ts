import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesInput } from './input';
import { readReport, verifyReport } from './read-report';

/** Kept as it was written; never written anew: later versions must read it as well. */
const KEPT = new URL('../testing/fixtures/twelve-jobs.report-1.zip', import.meta.url);

test('a report that version 1 wrote is read and holds', async () => {
  const read = await readReport([bytesInput('twelve-jobs.zip', readFileSync(KEPT))]);
  expect(read.problems.filter((p) => p.severity === 'error')).toEqual([]);
  expect(verifyReport(read).ok).toBe(true);
  expect(read.proof.segments.lastDigest).toBe(
    'ae9eef5112a8efd3b3b689058ca9979160eaa95437f8e86628c199937e1b1f76',
  );
  const overview = await read.view?.overview();
  expect(overview).toMatchObject({
    status: 'completed',
    tick: 11,
    counts: { scheduled: 0, queued: 0, transit: 0, running: 0, completed: 9, failed: 2, cancelled: 1 },
  });
});
