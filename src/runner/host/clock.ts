/** The outside world of a host: when to go on, never what happens. */
export interface HostClock {
  /** Milliseconds that only grow. */
  now(): number;
  /** Lets waiting messages be handled, then comes back at once. */
  breathe(): Promise<void>;
  /** Comes back after about `ms`. */
  sleep(ms: number): Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** For a worker: timers are clamped to 4 ms there, a message to oneself is not. */
export function messageClock(): HostClock {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    breathe: () =>
      new Promise((done) => {
        waiting.push(done);
        port2.postMessage(0);
      }),
    sleep,
  };
}

/** For Node, where signals and files are handled between two immediates. */
export function immediateClock(): HostClock {
  return {
    now: () => performance.now(),
    breathe: () => new Promise((done) => setImmediate(done)),
    sleep,
  };
}
