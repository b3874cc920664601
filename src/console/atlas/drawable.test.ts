import { expect, test } from 'vitest';
import { MERMAID } from '../testing/mission';
import { drawable, edgesIn, MOST_EDGES, refusal } from './drawable';

test('lines that steer mermaid are left out, nodes and edges stay', () => {
  const text = [
    '---',
    'config:',
    '  securityLevel: loose',
    '---',
    '%%{init: {"securityLevel": "loose"}}%%',
    'flowchart LR',
    '  a["Earth"] -->|90 ms| b["Luna"]',
    '  click a "javascript:alert(1)"',
    '  %%{',
    '    init: {"theme":"dark"} }%%',
    '  CLICK b call alert()',
    '  clicker["a node whose name begins so"]',
  ].join('\r\n');
  expect(
    drawable(text)
      .trim()
      .split('\n')
      .map((l) => l.trim())
      .filter(Boolean),
  ).toEqual(['flowchart LR', 'a["Earth"] -->|90 ms| b["Luna"]', 'clicker["a node whose name begins so"]']);
});

test('our own text passes unchanged', () => expect(drawable(MERMAID)).toBe(MERMAID));

test('too many edges are refused with words, whoever counted them', () => {
  expect(refusal(MERMAID, edgesIn(MERMAID))).toBeNull();
  const many = `flowchart LR\n${Array.from({ length: MOST_EDGES + 1 }, (_, i) => `a${i} --> b${i}`).join('\n')}`;
  expect(refusal(many, edgesIn(many))).toMatch(/301 edges/);
  expect(refusal('x'.repeat(300_000), 1)).toMatch(/characters/);
});
