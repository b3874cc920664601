import { proxy } from 'comlink';
import type { ReadDropped } from './session';
import { remoteView } from './worker/remote-view';
import { type Spawn, Thread } from './worker/thread';

/** Reads what was dropped in a thread of its own, which lives as long as the report that it reads. */
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
