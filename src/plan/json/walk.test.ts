import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkJson } from './walk';

const ignore = { item: () => {}, open: () => true, close: () => {} };

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('walkJson', () => {
  it('accepts what JSON.parse accepts, whatever the spacing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
        expect(walkJson(JSON.stringify(value, null, indent), ignore)).toBeNull();
      }),
    );
  });

  it('agrees with JSON.parse on damaged texts', () => {
    const damaged = fc
      .tuple(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '{', ']', '\\', '0', '-', '.', 'e', ' ', '\n', '\u0001', 'é'),
      )
      .map(([value, where, put]) => {
        const text = JSON.stringify(value);
        const at = where % (text.length + 1);
        return text.slice(0, at) + put + text.slice(at + (put === '' ? 1 : 0));
      });
    fc.assert(
      fc.property(damaged, (text) => {
        expect(walkJson(text, ignore) === null).toBe(accepts(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '',
    '01',
    '1.',
    '.5',
    '+1',
    'NaN',
    'tru',
    '"\t"',
    '"\\x"',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    '1 2',
    '[',
    '{"a"',
  ])('refuses %j', (text) => {
    expect(walkJson(text, ignore)).not.toBeNull();
  });

  it('tells members with their offsets, in order', () => {
    const seen: [string | number, number][] = [];
    walkJson('{"a": [1, {"b\\n": 2}]}', { ...ignore, item: (key, at) => void seen.push([key, at]) });
    expect(seen).toEqual([
      ['a', 1],
      [0, 7],
      [1, 10],
      ['b\n', 11],
    ]);
  });

  it('takes a depth that would break a recursive reader', () => {
    let deepest = 0;
    const text = '['.repeat(1_000_000);
    const fault = walkJson(text, {
      ...ignore,
      open: (_isList, _at, depth) => {
        deepest = depth;
        return true;
      },
    });
    expect(deepest).toBe(1_000_000);
    expect(fault?.found).toBe('the end of the file');
  });
});
