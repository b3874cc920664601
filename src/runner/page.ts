import { proxy } from 'comlink';
import { wordsOf } from './host/failure';
import { VaultLibrary } from './library';
import { PassingLibrary } from './passing-library';
import type { Library, ReadDropped } from './session';
import { openLeases } from './vault/leases';
import { webLocks } from './vault/locks';
import { Vault } from './vault/vault';
import { remoteView } from './worker/remote-view';
import { spawnWorker } from './worker/spawn';
import { type Spawn, Thread } from './worker/thread';

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

/** `readDropped` in a given kind of thread. */
export async function readDroppedIn(
  spawn: Spawn,
  ...[files, onProgress, signal]: Parameters<ReadDropped>
): ReturnType<ReadDropped> {
  signal?.throwIfAborted();
  const thread = new Thread(spawn, () => {});
  // A worker deep in a file hears nothing: an abort ends it.
  const abort = () => thread.end('Reading was cancelled');
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const result = await thread.call((worker) =>
      worker.read(
        files,
        proxy((progress) => {
          thread.heard();
          onProgress?.(progress);
        }),
      ),
    );
    if (result.kind !== 'report') {
      thread.end('Reading is done');
      return result;
    }
    const dispose = async () => thread.end('This report was closed');
    return { ...result, view: remoteView(thread), dispose };
  } catch (error) {
    thread.end('Reading failed');
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
