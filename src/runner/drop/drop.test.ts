import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Dropped } from '../session';
import { readDrop } from '.';

const text = readFileSync(new URL('../../../sample-missions/first-light.json', import.meta.url), 'utf8');
const drop = (files: Record<string, string | Uint8Array<ArrayBuffer>>): Promise<Dropped> =>
  readDrop(
    Object.entries(files).map(([path, content]) => ({ path, blob: new Blob([content]) })),
    () => {},
  );
async function reasonOf(files: Record<string, string | Uint8Array<ArrayBuffer>>): Promise<string> {
  const dropped = await drop(files);
  expect(dropped.kind).toBe('unreadable');
  for (const problem of dropped.problems) expect(problem.remedy).not.toBe('');
  return dropped.problems[0].reason;
}

test('a mission, alone or with a readme beside it', async () => {
  expect(await drop({ 'first-light.json': text })).toMatchObject({
    kind: 'mission',
    plan: { label: 'first-light' },
    problems: [],
  });
  expect(await drop({ 'my/first-light.json': text, 'my/README.md': '# Hello' })).toMatchObject({
    kind: 'mission',
  });
});

test('a mission that cannot work is shown with what preflight says, file and line', async () => {
  const broken = text.replace(/"region": "[^"]+"/, '"region": "atlantis"');
  const dropped = await drop({ 'my/broken.json': broken });
  expect(dropped.kind).toBe('mission');
  expect(dropped.problems[0]).toMatchObject({
    severity: 'error',
    file: 'broken.json',
    line: expect.any(Number),
  });
});

test('what is no mission is told, with what to do', async () => {
  expect(await reasonOf({})).toContain('no file');
  expect(await reasonOf({ 'a.json': '{"format": ' })).not.toBe('');
  expect(await reasonOf({ 'a.json': new Uint8Array([0x7b, 0xff, 0xfe]) })).toContain('UTF-8');
  expect(await reasonOf({ 'a.png': 'x' })).toContain('neither a mission nor a report');
  expect(await reasonOf({ 'a.png': 'x', 'b.txt': 'y' })).toContain('a.png, b.txt');
  expect(await reasonOf({ 'a.json': text, 'b.json': text })).toContain('several missions');
  expect(await reasonOf({ 'commands.json': '[{"tick": 3, "command": {"type": "run.stop"}}]' })).toContain(
    'schedule of owner commands',
  );
});
