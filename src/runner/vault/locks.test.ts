import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { fakeLockManager } from '../testing/fake-locks';
import { LEASE_MS, openLeases } from './leases';
import { type RunLocks, webLocks } from './locks';

const kinds: Record<string, () => Promise<[RunLocks, RunLocks]>> = {
  'Web Locks': async () => {
    const manager = fakeLockManager();
    return [webLocks(manager), webLocks(manager)];
  },
  leases: async () => {
    const factory = new IDBFactory();
    return [await openLeases(factory), await openLeases(factory)];
  },
};

describe.each(Object.entries(kinds))('%s', (_name, openTwo) => {
  test('one page at a time has a run, and the other sees that', async () => {
    const [here, there] = await openTwo();
    const release = await here.take('run-1');
    expect(release).not.toBeNull();
    expect(await there.take('run-1')).toBeNull();
    expect(await there.taken()).toEqual(new Set(['run-1']));
    const other = await there.take('run-2');
    expect(other).not.toBeNull();
    release?.();
    await expect.poll(() => there.taken()).toEqual(new Set(['run-2']));
    const taken = await there.take('run-1');
    expect(taken).not.toBeNull();
    taken?.();
    other?.();
  });
});

test('a lease of a page that died runs out', async () => {
  const factory = new IDBFactory();
  let nowMs = 1_000;
  const dead = await openLeases(factory, () => nowMs);
  const release = await dead.take('run-1');
  const there = await openLeases(factory, () => nowMs);
  nowMs += LEASE_MS - 1;
  expect(await there.take('run-1')).toBeNull();
  nowMs += 1;
  const taken = await there.take('run-1');
  expect(taken).not.toBeNull();
  // What the dead page would still do must not take the run back.
  release?.();
  await new Promise((done) => setTimeout(done, 20));
  expect(await there.taken()).toEqual(new Set(['run-1']));
  taken?.();
});
