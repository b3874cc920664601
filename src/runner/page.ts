import { wordsOf } from './host/failure';
import { VaultLibrary } from './library';
import { PassingLibrary } from './passing-library';
import { readDroppedIn } from './reading';
import type { Library, ReadDropped } from './session';
import { openLeases } from './vault/leases';
import { webLocks } from './vault/locks';
import { Vault } from './vault/vault';
import { spawnWorker } from './worker/spawn';

/** The library of this browser. One that keeps nothing still runs missions; its `list` says why it is empty. */
export async function openLibrary(): Promise<Library> {
  let vault: Vault;
  try {
    vault = await Vault.open();
  } catch (error) {
    return new PassingLibrary(wordsOf(error), spawnWorker);
  }
  // Plain-http addresses have no Web Locks.
  const locks = navigator.locks === undefined ? await openLeases() : webLocks(navigator.locks);
  return new VaultLibrary({ vault, locks, spawn: spawnWorker, storage: navigator.storage });
}

/** Reads what was dropped in a worker of its own, which lives as long as the report that it reads. */
export const readDropped: ReadDropped = (files, onProgress, signal) =>
  readDroppedIn(spawnWorker, files, onProgress, signal);
