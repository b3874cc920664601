import { describe, expect, it } from 'vitest';
import { closest, counted, listed, quoted, thousands } from './words';

describe('words', () => {
  it('parts thousands the same everywhere', () => {
    expect([0, 999, 1000, -1234567, 2 ** 53 - 1].map(thousands)).toEqual([
      '0',
      '999',
      '1,000',
      '-1,234,567',
      '9,007,199,254,740,991',
    ]);
    expect(thousands(12_345_678_901_234_567_890n)).toBe('12,345,678,901,234,567,890');
    expect([0.5, 1234.25, 1e300, Number.POSITIVE_INFINITY].map(thousands)).toEqual([
      '0.5',
      '1234.25',
      '1e+300',
      'Infinity',
    ]);
  });

  it('counts, quotes and lists', () => {
    expect([counted(1, 'job'), counted(1400, 'job'), counted(2, 'entry', 'entries')]).toEqual([
      '1 job',
      '1,400 jobs',
      '2 entries',
    ]);
    expect(quoted('a\nb`c')).toBe('`a b c`');
    expect(quoted('x'.repeat(100)).length).toBe(62);
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(listed(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more');
  });

  it('finds what was meant, and nothing where nothing was', () => {
    expect(closest('maxQueu', ['id', 'maxQueue', 'router'])).toBe('maxQueue');
    expect(closest('marz', ['earth', 'mars'])).toBe('mars');
    expect(closest('colour', ['id', 'maxQueue'])).toBeNull();
    expect(closest('xy', ['ab', 'cd'])).toBeNull();
  });
});
