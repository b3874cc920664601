import { expect, test } from 'vitest';
import type { Frame } from '../../report';
import { reportWords, statusWords } from './status';

const frame = (status: Frame['status'], tick = 0) => ({ status, tick }) as Frame;

test('the pill says how the run is moved while it runs, and how it ended afterwards', () => {
  expect(statusWords(frame('ready'), null, null).words).toBe('Ready to start');
  expect(statusWords(frame('running'), { kind: 'rehearse' }, null).words).toBe('Running at full speed');
  expect(statusWords(frame('running'), { kind: 'fly', ticksPerSecond: 1 }, null).words).toBe(
    'Flying, 1 tick a second',
  );
  expect(statusWords(frame('running', 1214), null, null).words).toBe('Paused at tick 1,214');
  expect(statusWords(frame('completed'), null, null)).toEqual({ words: 'Complete', tone: 'good' });
});

test('a failure is said before anything else', () => {
  const failure = { message: 'x', tick: 3, lastEvents: [] };
  expect(statusWords(frame('running'), { kind: 'rehearse' }, failure).tone).toBe('bad');
});

test('a report tells how its run ended', () => {
  expect(reportWords('stalled')).toEqual({ words: 'Report, stalled', tone: 'warn' });
  expect(reportWords(null).words).toBe('Report');
  const error = { severity: 'error', file: '', place: '', line: null, reason: 'x', remedy: '' } as const;
  expect(reportWords('completed', [error])).toEqual({ words: 'Report with 1 error', tone: 'bad' });
});
