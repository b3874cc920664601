import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const SAMPLE = join(root, 'sample-missions/planetary-fabric.json');
const SMALL = join(root, 'sample-missions/first-light.json');

interface Ended {
  code: number | null;
  out: string;
  err: string;
}
type Child = ChildProcessByStdio<null, Readable, Readable>;

/** The program as a terminal starts it. */
function mission(parameters: string[], onErr?: (soFar: string, child: Child) => void): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/mission.ts', ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
    onErr?.(err, child);
  });
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-mission-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sums = (label: string): string => readFileSync(join(folder, label, 'SHA256SUMS'), 'utf8');
const checkSums = (label: string): string =>
  execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(folder, label), encoding: 'utf8' });

test('a mission runs, says how it went, and leaves a report that checks out', async () => {
  const { code, out, err } = await mission([SMALL, '--out', folder]);
  expect(err).toContain('First light: 300 jobs');
  expect(out).toContain('invariants hold');
  expect(code).toBe(0);
  expect(checkSums('first-light')).not.toContain('FAILED');
  const again = await mission([SMALL, '--out', folder, '--json', '--quiet']);
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(again.out)).toMatchObject({ status: 'completed', folder: join(folder, 'first-light') });
});

test('cut off by Ctrl-C and continued, twice, it leaves the same bytes', async () => {
  let asked = false;
  const interrupt = (soFar: string, child: Child) => {
    if (!asked && soFar.includes('10,000 jobs')) asked = child.kill('SIGINT');
  };
  for (const more of [[], ['--resume']]) {
    asked = false;
    const cut = await mission([SAMPLE, '--out', folder, '--label', 'cut', ...more], interrupt);
    expect(cut.err).toMatch(/Interrupted after tick -?\d+\. The state is kept in .*\.interrupted/);
    expect(cut.code).toBe(130);
    expect(readdirSync(join(folder, 'cut'))).toEqual(['.interrupted']);
  }
  expect((await mission([SAMPLE, '--out', folder, '--label', 'cut', '--resume'])).code).toBe(0);
  expect((await mission([SAMPLE, '--out', folder])).code).toBe(0);
  expect(sums('cut')).toBe(sums('planetary-fabric'));
  expect(checkSums('cut')).not.toContain('FAILED');
  expect(readdirSync(join(folder, 'cut'))).not.toContain('.interrupted');
  expect(readFileSync(join(folder, 'cut', 'provenance.json'), 'utf8')).toContain('"resumed": true');
}, 60_000);

test('bad input is told with file, line, place, reason and remedy', async () => {
  const file = join(folder, 'bad.json');
  writeFileSync(file, readFileSync(SMALL, 'utf8').replace(/"maxQueue": \d+/, '"maxQueue": -5'));
  const { code, err } = await mission([file, '--out', folder]);
  expect(code).toBe(2);
  expect(err).toMatch(/^bad\.json, line \d+, fabric\.shards\[\d+\]\.maxQueue: .+\. .+/);
  expect(readdirSync(folder)).toEqual(['bad.json']);
});

test.each([
  ['an argument that is missing', [SMALL], 'Usage: npm run mission'],
  ['a file that is not there', ['nowhere.json', '--out', 'x'], 'nowhere.json'],
  [
    'nothing to resume',
    [SMALL, '--out', '/tmp/nothing-was-interrupted', '--resume'],
    'Nothing was interrupted',
  ],
])('%s is refused in words', async (_what, parameters, words) => {
  const { code, err, out } = await mission(parameters);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(words);
  expect(err).not.toContain('    at ');
});

test('the report of another mission is not written over', async () => {
  expect((await mission([SMALL, '--out', folder, '--label', 'mine', '--quiet'])).code).toBe(0);
  const before = sums('mine');
  const { code, err } = await mission([SAMPLE, '--out', folder, '--label', 'mine', '--quiet']);
  expect(code).toBe(2);
  expect(err).toContain('report of another mission');
  expect(sums('mine')).toBe(before);
});
