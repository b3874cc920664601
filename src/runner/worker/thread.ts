import { type Endpoint, type Remote, releaseProxy, wrap } from 'comlink';
import type { EngineWorker } from './protocol';

/** A running worker, or a message channel in its place. */
export interface ThreadHandle {
  endpoint: Endpoint;
  onError(listener: (words: string) => void): void;
  terminate(): void;
}
export type Spawn = () => ThreadHandle;

const BEAT_MS = 5_000;
/** Beats without any sign of life until a worker counts as dead; the longest tick of the largest plan is shorter. */
const SILENT_BEATS = 12;

/**
 * The page's end of a worker. A worker that dies takes the answers it owes with it and says nothing, so every
 * call is watched here: it rejects when the worker fails, is silent for a minute, or is disposed of.
 */
export class Thread {
  private readonly handle: ThreadHandle;
  /** Held for as long as the thread lives: comlink loses the answers of a proxy that is collected. */
  private readonly worker: Remote<EngineWorker>;
  private readonly pending = new Set<(reason: Error) => void>();
  private silentBeats = 0;
  private beat: ReturnType<typeof setInterval> | null = null;
  private deadOf: Error | null = null;

  constructor(
    spawn: Spawn,
    private readonly onDeath: (reason: Error) => void,
  ) {
    this.handle = spawn();
    this.worker = wrap<EngineWorker>(this.handle.endpoint);
    this.handle.onError((words) => this.die(`The engine's worker failed: ${words}`));
  }

  get dead(): Error | null {
    return this.deadOf;
  }

  call<T>(act: (worker: EngineWorker) => Promise<T>): Promise<T> {
    if (this.deadOf !== null) return Promise.reject(this.deadOf);
    return new Promise<T>((done, fail) => {
      this.pending.add(fail);
      this.watch();
      // Every method of the interface answers with a promise, so that its remote has the same shape.
      act(this.worker as unknown as EngineWorker)
        .then(done, fail)
        .finally(() => {
          this.pending.delete(fail);
          this.heard();
        });
    });
  }

  /** A sign of life. */
  heard(): void {
    this.silentBeats = 0;
  }

  /** Ends the thread; every call in flight rejects with `words`. */
  end(words: string): void {
    if (this.deadOf !== null) return;
    this.deadOf = new Error(words);
    if (this.beat !== null) clearInterval(this.beat);
    this.handle.terminate();
    for (const fail of this.pending) fail(this.deadOf);
    this.pending.clear();
    this.worker[releaseProxy]();
  }

  private die(words: string): void {
    if (this.deadOf !== null) return;
    this.end(words);
    this.onDeath(this.deadOf as unknown as Error);
  }

  /** Counted in beats, not in time: a machine that slept must not find its workers dead. */
  private watch(): void {
    this.beat ??= setInterval(() => {
      if (this.pending.size === 0) return this.heard();
      if (++this.silentBeats > SILENT_BEATS)
        return this.die('The engine has not answered for a minute and was stopped');
      this.worker.ping().then(
        () => this.heard(),
        () => {},
      );
    }, BEAT_MS);
  }
}
