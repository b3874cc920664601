import { expect, test } from 'vitest';
import { roughly, shortDigest, whenInWords } from '.';

test('an estimate of time never sounds exact', () => {
  expect(roughly(80)).toBe('well under a second');
  expect(roughly(1000)).toBe('about a second');
  expect(roughly(20_400)).toBe('about 20 seconds');
  expect(roughly(600_000)).toBe('about 10 minutes');
});

test('days are counted by the calendar, not by 24 hours', () => {
  const at = (text: string) => new Date(text).getTime();
  expect(whenInWords(at('2026-10-12T23:50'), at('2026-10-13T00:10'))).toBe('yesterday 23:50');
  expect(whenInWords(at('2026-10-13T00:05'), at('2026-10-13T23:10'))).toBe('today 00:05');
  expect(whenInWords(at('2026-10-01T10:00'), at('2026-10-13T23:10'))).toBe('1 Oct 2026');
});

test('a digest is shown by its first eight characters', () => {
  expect(shortDigest('9f3c61a8ffff')).toBe('9f3c 61a8');
});
