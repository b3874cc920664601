import { expect, test } from 'vitest';
import { type Action, matching } from './matching';

const action = (words: string, group = 'Go to'): Action => ({ words, group, act: () => {} });
const words = (found: Action[]) => found.map((a) => a.words);

test('every typed word must be there, and beginnings come first', () => {
  const all = [
    action('Dark or light', 'Page'),
    action('mars.gpu-helion', 'Node'),
    action('Pause a shard', 'Command'),
  ];
  expect(words(matching(all, 'gpu'))).toEqual(['mars.gpu-helion']);
  expect(words(matching(all, 'node mars'))).toEqual(['mars.gpu-helion']);
  expect(words(matching(all, 'a sh'))).toEqual(['Pause a shard']);
  expect(words(matching([action('Heliograph'), action('go to Helios')], 'helios'))).toEqual(['go to Helios']);
  expect(matching(all, '')).toHaveLength(3);
  expect(matching(all, 'nothing like it')).toEqual([]);
});

test('the beginning of a word beats its middle', () => {
  expect(words(matching([action('Ledger'), action('Edge')], 'edg'))).toEqual(['Edge', 'Ledger']);
});
