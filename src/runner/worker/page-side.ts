import { proxy } from 'comlink';
import type { OwnerCommand } from '../../plan';
import type { Frame } from '../../report';
import type { Failure, Pace, Session } from '../session';
import { remoteView } from './remote-view';
import { type Spawn, Thread } from './thread';

/** A worker that does not close in this time is closed all the same; the vault keeps what was written. */
const CLOSE_MS = 3_000;

export interface Opening {
  runId: string;
  spawn: Spawn;
  /** Lets another page have the run. */
  release: () => void;
}

/** A run as the page holds it: what it asks goes to the worker, and its end, its failure and its lock are owned here. */
export class WorkerSession implements Session {
  readonly runId: string;
  readonly view: Session['view'];
  readonly thread: Thread;
  private readonly release: () => void;
  private readonly frameListeners = new Set<(frame: Frame) => void>();
  private readonly failureListeners = new Set<(failure: Failure) => void>();
  private readonly noticeListeners = new Set<(words: string) => void>();
  /** Said before anybody listened; told to the first who does. */
  private readonly unheard: string[] = [];
  private failed: Failure | null = null;
  private lastFrame: Frame | null = null;
  private disposed: Promise<void> | null = null;
  private readonly stopWatchingPage: () => void;

  constructor({ runId, spawn, release }: Opening) {
    this.runId = runId;
    this.release = release;
    this.thread = new Thread(spawn, (reason) => this.fail(reason));
    this.view = remoteView(this.thread);
    this.stopWatchingPage = whenPageHides(() => void this.saveNow());
  }

  /** Must be called once, before the run is created or opened. */
  async listen(): Promise<void> {
    const listeners = proxy({
      frame: (frame: Frame) => this.tellFrame(frame),
      failure: (failure: Failure) => this.tellFailure(failure),
      notice: (words: string) => this.tellNotice(words),
    });
    await this.thread.call((worker) => worker.listen(listeners));
  }

  onFrame(listener: (frame: Frame) => void): () => void {
    this.frameListeners.add(listener);
    if (this.lastFrame !== null) listener(this.lastFrame);
    return () => this.frameListeners.delete(listener);
  }

  onFailure(listener: (failure: Failure) => void): () => void {
    this.failureListeners.add(listener);
    if (this.failed !== null) listener(this.failed);
    return () => this.failureListeners.delete(listener);
  }

  onNotice(listener: (words: string) => void): () => void {
    this.noticeListeners.add(listener);
    for (const words of this.unheard.splice(0)) listener(words);
    return () => this.noticeListeners.delete(listener);
  }

  play(pace: Pace): Promise<void> {
    return this.thread.call((worker) => worker.play(pace));
  }
  pause(): Promise<void> {
    return this.thread.call((worker) => worker.pause());
  }
  step(ticks: number): Promise<void> {
    return this.thread.call((worker) => worker.step(ticks));
  }
  runTo(tick: number): Promise<void> {
    return this.thread.call((worker) => worker.runTo(tick));
  }
  give(command: OwnerCommand, note?: string): Promise<{ tick: number; sequence: number }> {
    return this.thread.call((worker) => worker.give(command, note));
  }
  preview(command: OwnerCommand): Promise<{ words: string; rejected: string | null; irreversible: boolean }> {
    return this.thread.call((worker) => worker.preview(command));
  }

  async exportZip(onChunk: (chunk: Uint8Array) => void | Promise<void>, signal?: AbortSignal): Promise<void> {
    const piece = pieces(signal, onChunk);
    await piece.done(this.thread.call((worker) => worker.exportZip(proxy(piece.take))));
  }

  async exportFiles(
    onFile: (path: string, chunk: Uint8Array | null) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const piece = pieces(signal, onFile);
    await piece.done(this.thread.call((worker) => worker.exportFiles(proxy(piece.take))));
  }

  dispose(): Promise<void> {
    this.disposed ??= this.close();
    return this.disposed;
  }

  private async close(): Promise<void> {
    this.stopWatchingPage();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((done) => {
      timer = setTimeout(done, CLOSE_MS);
    });
    await Promise.race([this.thread.call((worker) => worker.close()).catch(() => {}), late]);
    clearTimeout(timer);
    this.thread.end('This run was put down');
    this.frameListeners.clear();
    this.failureListeners.clear();
    this.release();
  }

  private async saveNow(): Promise<void> {
    if (this.failed === null) await this.thread.call((worker) => worker.save()).catch(() => {});
  }

  private tellFrame(frame: Frame): void {
    this.thread.heard();
    this.lastFrame = frame;
    for (const listener of this.frameListeners) listener(frame);
  }

  private tellNotice(words: string): void {
    if (this.noticeListeners.size === 0) this.unheard.push(words);
    for (const listener of this.noticeListeners) listener(words);
  }

  private tellFailure(failure: Failure): void {
    if (this.failed !== null) return;
    this.failed = failure;
    for (const listener of this.failureListeners) listener(failure);
  }

  private fail(reason: Error): void {
    this.tellFailure({ message: reason.message, tick: this.lastFrame?.tick ?? null, lastEvents: [] });
    // A dead worker moves nothing: another page, or this one again, may open the run.
    this.release();
  }
}

/** Takes pieces one after another and tells the worker whether to go on; what went wrong here is thrown here. */
function pieces<A extends unknown[]>(
  signal: AbortSignal | undefined,
  take: (...piece: A) => void | Promise<void>,
) {
  let trouble: unknown = null;
  return {
    async take(...piece: A): Promise<boolean> {
      if (signal?.aborted) return false;
      try {
        await take(...piece);
        return !signal?.aborted;
      } catch (error) {
        trouble = error;
        return false;
      }
    },
    async done(work: Promise<void>): Promise<void> {
      try {
        await work;
      } catch (error) {
        signal?.throwIfAborted();
        throw trouble ?? error;
      }
      signal?.throwIfAborted();
      if (trouble !== null) throw trouble;
    },
  };
}

/** A page that is put away may never be asked again: save while there is time. */
function whenPageHides(act: () => void): () => void {
  if (typeof document === 'undefined') return () => {};
  const hidden = () => document.visibilityState === 'hidden' && act();
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', act);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', act);
  };
}
