import { expect, it } from 'vitest';
import { countsOfPlaywright, countsOfVitest, judge } from './counts';

it('counts a test file that cannot be loaded as a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ];
  const report = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults };
  expect(countsOfVitest(report)).toEqual({ passed: 1, failed: 2, skipped: 3 });
});

it('counts a flaky browser test as a failure', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
  expect(countsOfPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 2 });
});

it('never calls a stage passed that ended badly, or that tested nothing', () => {
  const none = { passed: 0, failed: 0, skipped: 0 };
  expect(judge(1, { passed: 9, failed: 0, skipped: 0 })).toEqual({ passed: 9, failed: 1, skipped: 0 });
  expect(judge(0, none).failed).toBe(1);
  expect(judge(null, null).failed).toBe(1);
  expect(judge(0, null)).toEqual({ passed: 1, failed: 0, skipped: 0 });
});
