import { expose } from 'comlink';
import type { Spawn } from '../worker/thread';
import { WorkerSide } from '../worker/worker-side';

/** The worker's side in this thread behind a message channel: the real path, without a worker. */
export interface MockThreads {
  spawn: Spawn;
  /** Cuts the newest worker off as a crash does: it neither answers nor says why. */
  cut(): void;
  /** Lets the newest worker die as browsers tell it. */
  crash(words: string): void;
}

export function mockThreads(): MockThreads {
  let cutNewest = () => {};
  let crashNewest = (_words: string) => {};
  return {
    spawn: () => {
      const { port1, port2 } = new MessageChannel();
      expose(new WorkerSide(), port2);
      cutNewest = () => {
        port1.close();
        port2.close();
      };
      return {
        endpoint: port1,
        onError: (listener) => {
          crashNewest = (words) => {
            cutNewest();
            listener(words);
          };
        },
        terminate: cutNewest,
      };
    },
    cut: () => cutNewest(),
    crash: (words) => crashNewest(words),
  };
}
