import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipFolder } from './start/library-block';

const root = resolve(import.meta.dirname, '../..');
const program = (file: string, ...parameters: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file, ...parameters], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};
const verify = (...parameters: string[]) => program('src/cli/verify.ts', ...parameters);

let folder: string;
let report: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-verify-'));
  report = join(folder, 'first-light');
  program('src/cli/mission.ts', 'sample-missions/first-light.json', '--out', folder, '--quiet');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a report says what it is, and each verdict is yes', () => {
  const { code, out, err } = verify(report);
  expect(err).toBe('');
  expect(out).toContain('First light');
  for (const title of ['Complete', 'Unaltered', 'Conserved']) expect(out).toContain(`yes      ${title}`);
  expect(code).toBe(0);
});

test('a zip of it reads the same, whatever it is called', () => {
  const zip = join(folder, 'as-it-came-by-mail');
  writeFileSync(zip, zipFolder(report));
  const { code, out } = verify(zip, '--json');
  expect(code).toBe(0);
  const { ok, report: facts, proof } = JSON.parse(out);
  expect(ok).toBe(true);
  expect(facts).toMatchObject({ title: 'First light', status: 'completed' });
  expect(proof.recount.every((row: { agrees: boolean | null }) => row.agrees !== false)).toBe(true);
});

test('an altered file, a missing one and one too many are named', () => {
  const altered = join(folder, 'altered');
  cpSync(report, altered, { recursive: true });
  appendFileSync(join(altered, 'summary.json'), ' ');
  rmSync(join(altered, 'ledger.json'));
  writeFileSync(join(altered, 'extra.txt'), '');
  const { code, out, err } = verify(altered);
  expect(code).toBe(1);
  for (const name of ['summary.json', 'ledger.json', 'extra.txt']) expect(out + err).toContain(name);
  expect(out).toContain('NO       Unaltered');
});

test.each([
  ['a mission', 'sample-missions/first-light.json', 'is a mission'],
  ['a folder of something else', 'docs', 'a report'],
  ['what is not there', '/nowhere', '/nowhere'],
])('%s is refused in words', (_what, path, words) => {
  const { code, out, err } = verify(path);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(words);
  expect(err).not.toContain('    at ');
});
