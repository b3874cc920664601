import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { numbered, type RunCommand } from '../../engine';
import { tinyMission } from '../testing/missions';
import { VaultKeeper } from './keeper';
import { newRun } from './new-run';
import type { RunRecord, Standing } from './records';
import { Vault } from './vault';

const standing = (tick: number): Standing => ({
  tick,
  status: 'running',
  digest: 'd',
  jobsCompleted: 0,
  endTickEstimate: null,
});
const state = (byte: number): ArrayBuffer => new Uint8Array([byte, 1, 2, 3]).buffer;
const firstByte = (bytes: ArrayBuffer): number => new Uint8Array(bytes)[0];

let factory: IDBFactory;
let vault: Vault;
beforeEach(async () => {
  factory = new IDBFactory();
  vault = await Vault.open(factory);
  const { record, texts } = newRun('r', tinyMission().plan, tinyMission().commands, 1_000);
  await vault.create(record, texts);
});

const record = async (): Promise<RunRecord> => (await vault.load('r')).record;
async function good(): Promise<{ ticks: number[]; damages: string[] }> {
  const ticks: number[] = [];
  const damages: string[] = [];
  for await (const slot of vault.snapshots(await record(), (words) => damages.push(words)))
    ticks.push(slot.tick);
  return { ticks, damages };
}
async function alter(slot: 0 | 1, change: (record: { bytes: ArrayBuffer }) => void): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => {
    const request = factory.open('orrery-vault-1');
    request.onsuccess = () => done(request.result);
  });
  const store = db.transaction('slots', 'readwrite').objectStore('slots');
  await new Promise<void>((done) => {
    const found = store.get(['r', slot]);
    found.onsuccess = () => {
      change(found.result);
      store.put(found.result).onsuccess = () => done();
    };
  });
  db.close();
}

test('snapshots take turns in two slots; the newest comes first', async () => {
  for (const tick of [10, 20, 30]) await vault.saveSnapshot('r', standing(tick), state(tick));
  expect((await record()).slots.map((s) => s?.tick)).toEqual([30, 20]);
  expect(await good()).toEqual({ ticks: [30, 20], damages: [] });
  expect((await record()).standing?.tick).toBe(30);
});

test('an altered snapshot is not used, and that is told', async () => {
  for (const tick of [10, 20]) await vault.saveSnapshot('r', standing(tick), state(tick));
  await alter(1, (slot) => {
    slot.bytes = state(99);
  });
  const { ticks, damages } = await good();
  expect(ticks).toEqual([10]);
  expect(damages).toEqual(['The state saved at tick 20 was damaged and was not used']);
});

test('a torn snapshot is not used', async () => {
  await vault.saveSnapshot('r', standing(10), state(10));
  await alter(0, (slot) => {
    slot.bytes = slot.bytes.slice(0, 2);
  });
  expect((await good()).ticks).toEqual([]);
});

test('commands come back in order, and a missing one is noticed', async () => {
  const command = (sequence: number): RunCommand => ({
    tick: 5,
    sequence,
    origin: 'live',
    command: { type: 'run.stop' },
  });
  const planned = numbered(tinyMission().commands).length;
  await vault.appendCommand('r', command(planned));
  await vault.appendCommand('r', command(planned + 1));
  expect((await vault.load('r')).live).toEqual([command(planned), command(planned + 1)]);
  await expect(vault.appendCommand('r', command(planned))).rejects.toThrow();
  await vault.appendCommand('r', command(planned + 3));
  await expect(vault.load('r')).rejects.toThrow(/missing/);
});

test('a removed run leaves nothing behind', async () => {
  await vault.saveSnapshot('r', standing(10), state(10));
  await vault.remove('r');
  expect(await vault.records()).toEqual([]);
  await expect(vault.load('r')).rejects.toThrow('not in the vault');
  // A last write of a worker that did not hear of it must not bring it back.
  await vault.saveStanding('r', standing(11));
  expect(await vault.records()).toEqual([]);
});

test('a full disk costs the snapshots, is told, and never the run', async () => {
  await vault.saveSnapshot('r', standing(10), state(10));
  const full = new DOMException('full', 'QuotaExceededError');
  vi.spyOn(vault, 'saveSnapshot').mockRejectedValue(full);
  const notices: string[] = [];
  const keeper = new VaultKeeper(vault, 'r', (words) => notices.push(words));
  expect(await keeper.snapshot(standing(20), state(20))).toBe(false);
  expect(notices[0]).toMatch(/room/);
  expect((await record()).slots).toEqual([null, null]);
  // A command that cannot be written down must not act: it is refused, in words.
  vi.spyOn(vault, 'appendCommand').mockRejectedValue(full);
  const stop: RunCommand = { tick: 21, sequence: 9, origin: 'live', command: { type: 'run.stop' } };
  await expect(keeper.command(stop)).rejects.toThrow('no room left');
});

test('a run of a newer vault is left alone and refused in words', async () => {
  const { record, texts } = newRun('newer', tinyMission().plan, [], 1_000);
  await vault.create({ ...record, format: 'orrery.run/9' as 'orrery.run/1' }, texts);
  expect((await vault.records()).map((r) => r.runId)).toEqual(['r']);
  await expect(vault.load('newer')).rejects.toThrow('another Orrery');
});

test('bytes are kept as they are', async () => {
  await vault.saveSnapshot('r', standing(10), state(7));
  for await (const slot of vault.snapshots(await record(), () => {})) expect(firstByte(slot.bytes)).toBe(7);
});
