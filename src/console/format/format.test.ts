import { expect, test } from 'vitest';
import {
  aboutCounted,
  bytes,
  compact,
  counted,
  duration,
  exactMoney,
  exactPercent,
  money,
  percent,
  whole,
} from '.';

test('whole numbers are grouped the same everywhere', () => {
  expect([0, 7, 999, 1000, 10_000, 1_234_567, -4200].map(whole)).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '10,000',
    '1,234,567',
    '-4,200',
  ]);
});

test('numbers for a glance never show four digits and a mark', () => {
  expect(
    [0, 999, 1000, 4118, 12_345, 99_949, 99_950, 999_499, 999_500, 66_100_000, 2e9].map(compact),
  ).toEqual(['0', '999', '1 k', '4.1 k', '12.3 k', '99.9 k', '100 k', '999 k', '1 M', '66.1 M', '2 G']);
  expect(aboutCounted(4118, 'job')).toBe('4.1 k jobs');
  expect(counted(1, 'job')).toBe('1 job');
});

test('shares that are almost all or almost none do not read as such', () => {
  expect([0, 0.001, 0.5, 0.994, 0.997, 1].map(percent)).toEqual([
    '0 %',
    '<1 %',
    '50 %',
    '99 %',
    '>99 %',
    '100 %',
  ]);
  expect(exactPercent(0.9624)).toBe('96.2 %');
});

test('money keeps every digit where it is exact and two where it is read', () => {
  expect(exactMoney(2_870_450, 6)).toBe('2.870450');
  expect(exactMoney(0, 6)).toBe('0.000000');
  expect(exactMoney(9_007_199_254_740_991, 2)).toBe('90,071,992,547,409.91');
  expect(exactMoney(42, 0)).toBe('42');
  expect(money(2_870_450, 6)).toBe('2.87');
  expect(money(720, 6)).toBe('0.00072');
  expect(money(12_345_678_900_000, 6)).toBe('12,345,679');
  expect(money(1_234_560_000, 6)).toBe('1,234.56');
  expect(money(0, 6)).toBe('0.00');
});

test('durations show the two units that matter', () => {
  expect(
    [0, 850, 1000, 1500, 59_400, 59_900, 214_000, 3_600_000, 7_500_000, 86_400_000, 6_663_600_000].map(
      duration,
    ),
  ).toEqual([
    '0 ms',
    '850 ms',
    '1 s',
    '1.5 s',
    '59 s',
    '1 min',
    '3 min 34 s',
    '1 h',
    '2 h 5 min',
    '1 day',
    '77 days 3 h',
  ]);
});

test('bytes', () => {
  expect([1, 999, 12_400_000, 1e9].map(bytes)).toEqual(['1 byte', '999 bytes', '12.4 MB', '1 GB']);
});
