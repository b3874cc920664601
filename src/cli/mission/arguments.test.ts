import { expect, test } from 'vitest';
import { missionArguments } from './arguments';

test('a mission, where its report goes, and what else was asked', () => {
  expect(missionArguments(['m.json', '--out', 'x', '--label', 'mine', '--resume', '--json'])).toEqual({
    missionFile: 'm.json',
    outFolder: 'x',
    label: 'mine',
    resume: true,
    json: true,
    quiet: false,
  });
  expect(missionArguments(['m.json', '--out=x']).label).toBeNull();
});

test.each([
  ['no mission', ['--out', 'x'], 'No mission file'],
  ['two missions', ['a.json', 'b.json', '--out', 'x'], 'b.json'],
  ['no folder', ['m.json'], '--out'],
  ['an unknown option', ['m.json', '--out', 'x', '--force'], '--force'],
  ['a label that leads out of the folder', ['m.json', '--out', 'x', '--label', '../up'], 'not a folder name'],
  ['a label that is hidden', ['m.json', '--out', 'x', '--label', '.git'], 'not a folder name'],
])('%s is refused in words', (_what, given, words) => {
  expect(() => missionArguments(given)).toThrow(words);
});
