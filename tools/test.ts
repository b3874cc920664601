import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { provideBrowsers } from './browsers';
import { type Counts, countsOfPlaywright, countsOfVitest, judge } from './check/counts';

/**
 * Every check there is, one stage after another; a failing stage does not hide the next one. The last line is the sum:
 * tests of the unit and browser stages each count, the other stages count as one.
 */
interface Stage {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads the report that the stage leaves; without one the stage counts as one check. */
  counts?: () => Counts;
}

/** A stage that hangs is a failed stage; the slowest takes a fraction of this. */
const STAGE_LIMIT_MS = 8 * 60_000;

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'orrery-test-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browsers.json');

const STAGES: Stage[] = [
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  {
    name: 'unit',
    command: [
      'npx',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    counts: () => countsOfVitest(JSON.parse(readFileSync(unitReport, 'utf8'))),
  },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'browsers',
    command: ['npx', 'playwright', 'test'],
    env: { ORRERY_REPORT: browserReport },
    counts: () => countsOfPlaywright(JSON.parse(readFileSync(browserReport, 'utf8'))),
  },
  { name: 'speed', command: ['npm', 'run', '--silent', 'bench', '--', '--short'] },
];

function run({ command: [program = '', ...parameters], env }: Stage): Promise<number | null> {
  return new Promise((done) => {
    const child = spawn(program, parameters, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: true,
    });
    const limit = setTimeout(() => {
      console.log(`Stopped after ${STAGE_LIMIT_MS / 60_000} minutes.`);
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, STAGE_LIMIT_MS);
    process.once('SIGINT', () => {
      if (child.pid) process.kill(-child.pid, 'SIGINT');
      process.exit(130);
    });
    child.on('error', () => done(null));
    child.on('exit', (code) => {
      clearTimeout(limit);
      process.removeAllListeners('SIGINT');
      done(code);
    });
  });
}

function readCounts({ counts }: Stage): Counts | null {
  try {
    return counts?.() ?? null;
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const rows: { name: string; counts: Counts; seconds: number }[] = [];
for (const stage of STAGES) {
  console.log(`\n== ${stage.name}`);
  if (stage.name === 'browsers') provideBrowsers();
  const startMs = performance.now();
  const exitCode = await run(stage);
  const counts = judge(exitCode, readCounts(stage));
  rows.push({ name: stage.name, counts, seconds: (performance.now() - startMs) / 1000 });
}
rmSync(reports, { recursive: true, force: true });

console.log('');
for (const { name, counts, seconds } of rows) {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const verdict = counts.failed > 0 ? 'FAILED' : 'ok';
  console.log(
    `${verdict.padEnd(7)}${name.padEnd(9)} ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds.toFixed(0)} s)`,
  );
}
const passed = rows.reduce((sum, row) => sum + row.counts.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.counts.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
