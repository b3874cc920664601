import { expect, test } from 'vitest';
import { compact, decimalText, listed, missionTime, moneyText, percent, tenths } from './numbers';

test('numbers are exact while they are short, then rounded with their size', () => {
  expect([0, 9973, 99_999, 100_000, 999_949, 999_950, 66_100_000, 4e9, 5e15].map(compact)).toEqual([
    '0',
    '9,973',
    '99,999',
    '100.0 k',
    '999.9 k',
    '1.0 M',
    '66.1 M',
    '4.0 G',
    '5,000.0 T',
  ]);
  expect([1.25, -0.04, -0.06, -12.3].map(tenths)).toEqual(['1.3', '0.0', '-0.1', '-12.3']);
});

test('a share is never rounded up to all or down to nothing', () => {
  expect([
    percent(1, 3),
    percent(9999, 10_000),
    percent(1, 1e6),
    percent(5, 5),
    percent(0, 5),
    percent(0, 0),
  ]).toEqual(['33.3 %', '99.9 %', '0.1 %', '100 %', '0 %', '0 %']);
});

test('money is exact, and short for people', () => {
  expect(decimalText(2_874_120, 6)).toBe('2.874120');
  expect(decimalText(Number.MAX_SAFE_INTEGER, 18)).toBe('0.009007199254740991');
  expect(decimalText(-5, 2)).toBe('-0.05');
  expect([
    moneyText(2_874_120, 6),
    moneyText(720, 6),
    moneyText(0, 6),
    moneyText(170, 0),
    moneyText(5, 1),
    moneyText(123_456, 2),
  ]).toEqual(['2.87', '0.00072', '0', '170', '0.50', '1,234.56']);
});

test('mission time has its two largest units', () => {
  expect([
    missionTime(1, 250),
    missionTime(549, 1000),
    missionTime(60, 1000),
    missionTime(100, 1_000_000),
  ]).toEqual(['250 ms', '9 min 9 s', '1 min', '1 d 3 h']);
});

test('lists are counted where they grow long', () => {
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more');
});
