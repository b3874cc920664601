import EngineWorkerScript from './engine.worker?worker&inline';
import type { Spawn } from './thread';

/** A thread of the browser. A blob worker: it obeys the page's content policy, and starts on file:// too. */
export const spawnWorker: Spawn = () => {
  const worker = new EngineWorkerScript();
  return {
    endpoint: worker,
    onError(listener) {
      worker.onerror = (event) => listener(event.message || 'the browser stopped it');
      worker.onmessageerror = () => listener('an answer of it could not be read');
    },
    terminate: () => worker.terminate(),
  };
};
