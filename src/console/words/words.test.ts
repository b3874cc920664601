import { expect, test } from 'vitest';
import { bytesInWords, counted, missionTime, roughly, rounded, shortDigest, whenInWords } from '.';

test('mission time shows the two largest units', () => {
  expect(missionTime(214, 1000)).toBe('3 min 34 s');
  expect(missionTime(0, 1000)).toBe('0 s');
  expect(missionTime(60, 1000)).toBe('1 min');
  expect(missionTime(90, 3_600_000)).toBe('3 d 18 h');
  expect(missionTime(3, 100)).toBe('300 ms');
  expect(missionTime(86_401, 1000)).toBe('1 d');
});

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

test('numbers are rounded for people', () => {
  expect(rounded(999)).toBe('999');
  expect(rounded(4118)).toBe('4.1 k');
  expect(rounded(999_960)).toBe('1.0 M');
  expect(rounded(160_000_000)).toBe('160 M');
  expect(bytesInWords(73_400_320)).toBe('70 MB');
  expect(bytesInWords(1)).toBe('1 byte');
  expect(counted(1, 'job')).toBe('1 job');
  expect(counted(10_000, 'job')).toBe('10,000 jobs');
  expect(shortDigest('9f3c61a8ffff')).toBe('9f3c 61a8');
});
