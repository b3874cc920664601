import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetsOf, pathOf, placeOf, positionsOf } from './place';

describe('places', () => {
  it('reads as people write it', () => {
    expect(placeOf(['fabric', 'shards', 2, 'maxQueue'])).toBe('fabric.shards[2].maxQueue');
    expect(placeOf(['currencies', 'US "D"'])).toBe('currencies["US \\"D\\""]');
    expect(placeOf([0, 'tick'])).toBe('[0].tick');
    expect(placeOf([])).toBe('');
  });

  it('can be read back', () => {
    const path = fc.array(fc.oneof(fc.nat(), fc.string({ maxLength: 50 })));
    fc.assert(fc.property(path, (p) => void expect(pathOf(placeOf(p))).toEqual(p)));
    expect(pathOf('a..b[')).toBeNull();
  });
});

describe('offsets and positions', () => {
  const text = '{\n  "a": [\r\n    {"b": 1},\r    {"b": 2}\n  ]\n}';

  it('finds the line of a path, or of its nearest ancestor', () => {
    const paths = [[], ['a'], ['a', 0, 'b'], ['a', 1, 'b'], ['a', 1, 'missing'], ['nothing', 'here']];
    const lines = positionsOf(text, offsetsOf(text, paths)).map((p) => p.line);
    expect(lines).toEqual([1, 2, 3, 4, 4, 1]);
  });

  it('counts columns from 1', () => {
    expect(positionsOf('ab\ncd', [4, 0])).toEqual([
      { line: 2, column: 2 },
      { line: 1, column: 1 },
    ]);
  });
});
