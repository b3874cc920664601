import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Frame } from '../report';
import { VaultLibrary } from './library';
import { readDroppedIn } from './reading';
import type { DropProgress, Failure, Session } from './session';
import { fakeLockManager } from './testing/fake-locks';
import { digestOf } from './testing/hosts';
import { tinyMission } from './testing/missions';
import { type MockThreads, mockThreads } from './testing/threads';
import { webLocks } from './vault/locks';
import { Vault } from './vault/vault';

const mission = tinyMission();
let threads: MockThreads;
let here: VaultLibrary;
let there: VaultLibrary;
const open: Session[] = [];
const kept = <T extends Session>(session: T): T => {
  open.push(session);
  return session;
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  threads = mockThreads();
  const locks = fakeLockManager();
  const page = async () =>
    new VaultLibrary({ vault: await Vault.open(), locks: webLocks(locks), spawn: threads.spawn });
  [here, there] = [await page(), await page()];
});
afterEach(async () => {
  for (const session of open.splice(0)) await session.dispose();
});

const create = async () => kept(await here.create(mission.plan, mission.commands));
async function finish(session: Session): Promise<string | null> {
  await session.runTo(mission.plan.run.maxTicks);
  return (await session.view.overview()).digest;
}

test('a run goes through the thread and back: frames, questions, commands', async () => {
  const session = await create();
  expect((await session.view.describe()).jobsTotal).toBe(300);
  const frames: Frame[] = [];
  session.onFrame((frame) => frames.push(frame));
  await session.runTo(20);
  await expect.poll(() => frames.at(-1)?.tick).toBe(20);
  expect(frames.at(-1)?.counts).toBeInstanceOf(Float64Array);
  expect((await session.preview({ type: 'run.stop' })).irreversible).toBe(true);
  const given = await session.give({ type: 'checkpoint.save' }, 'for the record');
  expect(given).toEqual({ tick: 21, sequence: mission.commands.length });
  await session.step(1);
  const { rows } = await session.view.commands();
  expect(rows.find((r) => r.sequence === given.sequence)).toMatchObject({
    outcome: 'executed',
    origin: 'live',
    note: 'for the record',
  });
  const series = await session.view.series({ name: 'completed', of: 'all' });
  expect(series.ticks).toBeInstanceOf(Float64Array);
  expect((await session.view.page({ table: 'jobs', offset: 0, limit: 5 })).rows).toHaveLength(5);
});

test('a run that is put down is listed, and goes on where it stood', async () => {
  const session = await create();
  await session.runTo(50);
  await session.dispose();
  expect(await here.list()).toMatchObject([
    { runId: session.runId, state: 'interrupted', status: 'running', tick: 50, jobsTotal: 300 },
  ]);
  const again = kept(await here.open(session.runId));
  expect((await again.view.frame()).tick).toBe(50);
  expect(await finish(again)).toBe(digestOf(mission));
  await again.dispose();
  expect(await here.list()).toMatchObject([
    { state: 'ended', status: 'completed', digest: digestOf(mission), jobsCompleted: expect.any(Number) },
  ]);
});

test('a report comes out of the thread, the same from a run that was put down and taken up', async () => {
  const straight = await create();
  await finish(straight);
  const session = await create();
  await session.runTo(41);
  await session.dispose();
  const again = kept(await here.open(session.runId));
  await finish(again);
  const [whole, continued] = [await filesOf(straight), await filesOf(again)];
  expect(whole.get('SHA256SUMS')).toBe(continued.get('SHA256SUMS'));
  expect([...whole.keys()]).toContain('events.ndjson');
  expect(JSON.parse(continued.get('provenance.json') ?? '')).toMatchObject({
    writtenBy: 'page',
    resumed: true,
  });
});

async function filesOf(session: Session): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const decoder = new TextDecoder();
  await session.exportFiles((path, chunk) => {
    if (chunk !== null) files.set(path, (files.get(path) ?? '') + decoder.decode(chunk, { stream: true }));
  });
  return files;
}

test('a report that was saved is read back in a thread of its own', async () => {
  const session = await create();
  const digest = await finish(session);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await session.exportZip((chunk) => void chunks.push(new Uint8Array(chunk)));
  const progress: DropProgress[] = [];
  const dropped = await readDroppedIn(
    threads.spawn,
    [{ path: 'first-light.zip', blob: new Blob(chunks) }],
    (p) => progress.push(p),
  );
  if (dropped.kind !== 'report') throw new Error(JSON.stringify(dropped.problems));
  expect(dropped.problems).toEqual([]);
  expect((await dropped.view.overview()).digest).toBe(digest);
  expect((await dropped.view.proof()).sentences.map((s) => s.verdict)).toEqual(['yes', 'yes', 'yes']);
  await expect.poll(() => progress.length).toBeGreaterThan(0);
  await dropped.dispose();
  await expect(dropped.view.overview()).rejects.toThrow('closed');
});

test('reading can be cancelled', async () => {
  const abort = new AbortController();
  const file = { path: 'mission.json', blob: new Blob(['{}']) };
  const reading = readDroppedIn(threads.spawn, [file], undefined, abort.signal);
  abort.abort();
  await expect(reading).rejects.toThrow(/abort/i);
});

test('a report that is saved can be cancelled, and a full disk ends it with its own words', async () => {
  const session = await create();
  await session.runTo(41);
  const abort = new AbortController();
  let chunks = 0;
  const cancelled = session.exportZip(() => {
    chunks++;
    abort.abort();
  }, abort.signal);
  await expect(cancelled).rejects.toThrow(/abort/i);
  expect(chunks).toBe(1);
  const full = session.exportFiles(() => {
    throw new Error('disk full');
  });
  await expect(full).rejects.toThrow('disk full');
  await session.step(1);
  expect((await session.view.frame()).tick).toBe(42);
});

test('one page at a time: the other one sees where it is open', async () => {
  const session = await create();
  expect((await here.list())[0].state).toBe('interrupted');
  expect((await there.list())[0].state).toBe('in another tab');
  await expect(there.open(session.runId)).rejects.toThrow('open in another tab');
  await expect(there.remove(session.runId)).rejects.toThrow('open in another tab');
  await session.dispose();
  kept(await there.open(session.runId));
  expect((await here.list())[0].state).toBe('in another tab');
});

test('a run can be deleted when nobody has it open', async () => {
  const session = await create();
  await expect(here.remove(session.runId)).rejects.toThrow('Put it down');
  await session.dispose();
  await here.remove(session.runId);
  expect(await here.list()).toEqual([]);
  await expect(here.open(session.runId)).rejects.toThrow('not in the vault');
});

test('a worker that crashes fails the run, rejects what it owes, and the run goes on in a new one', async () => {
  const session = await create();
  const failures: Failure[] = [];
  session.onFailure((failure) => failures.push(failure));
  await session.runTo(30);
  await session.play({ kind: 'fly', ticksPerSecond: 20 });
  const given = await session.give({ type: 'checkpoint.save' });
  const owed = session.view.overview();
  threads.crash('out of memory');
  await expect(owed).rejects.toThrow('out of memory');
  await expect(session.pause()).rejects.toThrow('out of memory');
  expect(failures).toMatchObject([
    { message: expect.stringContaining('out of memory'), tick: expect.any(Number) },
  ]);
  const again = kept(await here.open(session.runId));
  expect((await again.view.frame()).tick).toBeGreaterThanOrEqual(given.tick - 1);
  const digest = await finish(again);
  const straight = kept(
    await here.create(mission.plan, [
      ...mission.commands,
      { tick: given.tick, command: { type: 'checkpoint.save' } },
    ]),
  );
  expect(await finish(straight)).toBe(digest);
});

test('a worker that goes silent is noticed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const session = await create();
    threads.cut();
    const owed = session.view.overview().catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(await owed).toContain('not answered for a minute');
  } finally {
    vi.useRealTimers();
  }
});

test('what a plan breaks in the worker is told here', async () => {
  await expect(here.open('nobody')).rejects.toThrow('not in the vault');
  const broken = structuredClone(mission.plan);
  broken.fabric.nodes[0].region = 'atlantis';
  await expect(here.create(broken, [])).rejects.toThrow('atlantis');
  expect(await here.list()).toEqual([]);
  expect(await here.estimate(mission.plan)).toMatchObject({ jobs: 300 });
  expect((await here.usage()).usedBytes).toBeGreaterThanOrEqual(0);
});
