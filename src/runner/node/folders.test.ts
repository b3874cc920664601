import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Engine, numbered } from '../../engine';
import { serializePlan } from '../../plan';
import { runHeadless } from '../headless';
import { digestNow, digestOf } from '../testing/hosts';
import { tinyMission } from '../testing/missions';
import { readInterrupted, removeInterrupted, writeInterrupted } from './interrupted';
import { refusalOf, type TakeFile, writeReport } from './report-folder';

const { plan, commands } = tinyMission();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'orrery-folder-'));
  folder = join(parent, 'first-light');
});
afterEach(() => rm(parent, { recursive: true }));

const files =
  (contents: Record<string, string>) =>
  async (take: TakeFile): Promise<void> => {
    for (const [path, text] of Object.entries(contents)) {
      for (const half of [text.slice(0, 1), text.slice(1)]) await take(path, bytes(half));
      await take(path, null);
    }
  };
const report = { 'plan.json': serializePlan(plan), SHA256SUMS: 'sums', 'summary.json': '{}' };

describe('a report folder', () => {
  test('is written whole, and written anew over an older report of the same plan', async () => {
    expect(await refusalOf(folder, plan)).toBeNull();
    expect(await writeReport(folder, files(report))).toMatchObject({ files: 3 });
    await writeFile(join(folder, 'review.ndjson'), 'a note of somebody');
    expect(await refusalOf(folder, plan)).toBeNull();
    await writeReport(folder, files({ ...report, 'summary.json': '{"new": true}' }));
    expect(await readFile(join(folder, 'summary.json'), 'utf8')).toBe('{"new": true}');
    expect((await readdir(folder)).sort()).toEqual([
      'SHA256SUMS',
      'plan.json',
      'review.ndjson',
      'summary.json',
    ]);
  });

  test('of another plan is never written over', async () => {
    await writeReport(folder, files({ ...report, 'plan.json': '{}' }));
    expect(await refusalOf(folder, plan)).toContain('the report of another mission');
  });

  test('is not made where other files are', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.tex'), '');
    expect(await refusalOf(folder, plan)).toContain('thesis.tex');
  });

  test('keeps its old report when writing the new one fails', async () => {
    await writeReport(folder, files(report));
    const half = async (take: TakeFile) => {
      await take('summary.json', bytes('half'));
      throw new Error('disk full');
    };
    await expect(writeReport(folder, half)).rejects.toThrow('disk full');
    expect(await readFile(join(folder, 'summary.json'), 'utf8')).toBe('{}');
    expect(await readdir(folder)).not.toContain('.writing');
  });

  test.each(['../up.json', '/etc/passwd', 'a/b', '.hidden', ''])('has no file named %j', async (path) => {
    await expect(writeReport(folder, (take) => take(path, null))).rejects.toThrow('no file named');
    expect(await readdir(parent)).toEqual(['first-light']);
  });
});

describe('an interrupted run', () => {
  async function interruptAt(tick: number): Promise<Engine> {
    const engine = new Engine(plan, numbered(commands));
    engine.advanceTo(tick);
    await writeInterrupted(folder, engine, plan, commands);
    return engine;
  }
  const damage = (file: string) => writeFile(join(folder, '.interrupted', file), 'damaged');

  test('goes on where it was and ends the same', async () => {
    await interruptAt(40);
    const from = await readInterrupted(folder, plan, commands, () => {});
    expect(from.tick).toBe(40);
    const host = await runHeadless({ plan, commands, from });
    expect(digestNow(host.engine)).toBe(digestOf({ plan, commands }));
    await removeInterrupted(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  test('with a damaged state is computed again, which is told', async () => {
    await interruptAt(40);
    await damage('snapshot.bin');
    const notices: string[] = [];
    const from = await readInterrupted(folder, plan, commands, (words) => notices.push(words));
    expect(notices).toHaveLength(1);
    expect(from).toMatchObject({ tick: 40, snapshot: null });
    const host = await runHeadless({ plan, commands, from });
    expect(digestNow(host.engine)).toBe(digestOf({ plan, commands }));
  });

  test('is refused when it is not there, not whole, or of another mission', async () => {
    const read = (p = plan, c = commands) => readInterrupted(folder, p, c, () => {});
    await expect(read()).rejects.toThrow('Nothing was interrupted');
    await interruptAt(40);
    await expect(read({ ...plan, seed: 'other' })).rejects.toThrow('plan has changed');
    await expect(read(plan, commands.slice(1))).rejects.toThrow('commands have changed');
    await damage('state.json');
    await expect(read()).rejects.toThrow('damaged');
  });
});

test('a headless run can be cut off at once', async () => {
  const interruption = new AbortController();
  interruption.abort();
  const host = await runHeadless({ plan, commands, signal: interruption.signal });
  expect(host.engine.ended).toBe(false);
});
