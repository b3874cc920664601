import { type Remote, transfer } from 'comlink';
import { Engine, numbered } from '../../engine';
import { type OwnerCommand, type Plan, preflight, problemLine, type ScheduledCommand } from '../../plan';
import type { Frame, RunView } from '../../report';
import { readDrop } from '../drop';
import { type HostClock, messageClock } from '../host/clock';
import { EngineHost } from '../host/engine-host';
import { exportFiles, exportZip, type WrittenBy } from '../host/export';
import { wordsOf } from '../host/failure';
import { reopen } from '../host/open';
import type { Preview } from '../host/preview';
import type { DropProgress, DroppedFile, Failure, Pace } from '../session';
import { keepsNothing, VaultKeeper } from '../vault/keeper';
import { newRun } from '../vault/new-run';
import { Vault } from '../vault/vault';
import { Mailbox } from './mailbox';
import type { EngineWorker, Question, ReadResult, WorkerListeners } from './protocol';
import { buffersOf } from './transferables';

/** The far side of the thread boundary: one run, or one report that was dropped. */
export class WorkerSide implements EngineWorker {
  private readonly clock: HostClock = messageClock();
  private host: EngineHost | null = null;
  private view: RunView | null = null;
  private vault: Vault | null = null;
  private resumed = false;
  private disposeReport: (() => Promise<void>) | null = null;
  private listeners: Remote<WorkerListeners> | null = null;
  private readonly frames = new Mailbox<Frame>(async (frame) => {
    await this.listeners?.frame(transfer(frame, buffersOf(frame)));
  });

  async listen(listeners: WorkerListeners): Promise<void> {
    // What comes out of comlink is a remote, whatever the page's type says. Held here, or it would be collected.
    this.listeners = listeners as unknown as Remote<WorkerListeners>;
  }

  async create(runId: string, plan: Plan, commands: ScheduledCommand[], createdAtMs: number): Promise<void> {
    const cannotWork = preflight(plan, commands).find((problem) => problem.severity === 'error');
    if (cannotWork !== undefined) throw new Error(problemLine(cannotWork));
    const engine = new Engine(plan, numbered(commands));
    try {
      this.vault = await Vault.open();
      const { record, texts } = newRun(runId, plan, commands, createdAtMs);
      await this.vault.create(record, texts);
    } catch (error) {
      this.vault = null;
      this.notice(
        `This browser does not keep the run (${wordsOf(error)}). It works, but is gone when the page is closed: save its report.`,
      );
    }
    this.hold(runId, engine);
  }

  async open(runId: string, openedAtMs: number): Promise<void> {
    this.vault = await Vault.open();
    const { engine, savedTick } = await reopen(this.vault, runId, this.clock, (words) => this.notice(words));
    await this.vault.markOpened(runId, openedAtMs);
    this.resumed = engine.tick >= 0;
    this.hold(runId, engine, savedTick);
  }

  async play(pace: Pace): Promise<void> {
    this.run().play(pace);
  }
  pause(): Promise<void> {
    return this.run().pause();
  }
  step(ticks: number): Promise<void> {
    return this.run().step(ticks);
  }
  runTo(tick: number): Promise<void> {
    return this.run().runTo(tick);
  }
  async give(command: OwnerCommand, note?: string): Promise<{ tick: number; sequence: number }> {
    const { tick, sequence } = await this.run().give(command, note);
    return { tick, sequence };
  }
  async preview(command: OwnerCommand): Promise<Preview> {
    return this.run().preview(command);
  }
  save(): Promise<void> {
    return this.run().save();
  }

  async ask(question: Question, argument: unknown): Promise<unknown> {
    if (this.view === null) throw new Error('Nothing is open here');
    const answer = await (this.view[question] as (argument: unknown) => Promise<unknown>)(argument);
    return typeof answer === 'object' && answer !== null ? transfer(answer, buffersOf(answer)) : answer;
  }

  exportZip(onChunk: (chunk: Uint8Array) => Promise<boolean>): Promise<void> {
    return exportZip(this.run(), this.writtenBy(), async (chunk) => goOn(await onChunk(sent(chunk))));
  }
  exportFiles(onFile: (path: string, chunk: Uint8Array | null) => Promise<boolean>): Promise<void> {
    return exportFiles(this.run(), this.writtenBy(), async (path, chunk) =>
      goOn(await onFile(path, chunk === null ? null : sent(chunk))),
    );
  }

  async read(files: DroppedFile[], onProgress: (progress: DropProgress) => void): Promise<ReadResult> {
    const dropped = await readDrop(files, (progress) => onProgress(progress));
    if (dropped.kind !== 'report') return dropped;
    this.view = dropped.view;
    this.disposeReport = dropped.dispose;
    return { kind: 'report', name: dropped.name, problems: dropped.problems };
  }

  async ping(): Promise<void> {}

  async close(): Promise<void> {
    try {
      if (this.host?.failure === null) await this.host.pause();
    } finally {
      await this.disposeReport?.();
      this.vault?.close();
    }
  }

  private hold(runId: string, engine: Engine, savedTick?: number): void {
    const notice = (words: string) => this.notice(words);
    this.host = new EngineHost({
      engine,
      clock: this.clock,
      keeper: this.vault === null ? keepsNothing : new VaultKeeper(this.vault, runId, notice),
      savedTick,
      onFrame: (frame) => this.frames.post(frame),
      onFailure: (failure: Failure) => void this.listeners?.failure(failure),
    });
    this.view = this.host.view;
  }

  private writtenBy(): WrittenBy {
    return {
      writtenBy: 'page',
      runtime: globalThis.navigator?.userAgent ?? 'unknown',
      resumed: this.resumed,
    };
  }

  private run(): EngineHost {
    if (this.host === null) throw new Error('No run is open here');
    return this.host;
  }

  private notice(words: string): void {
    void this.listeners?.notice(words);
  }
}

/** The page answers each piece with whether it wants more. */
function goOn(wanted: boolean): void {
  if (!wanted) throw new DOMException('The page asked to stop', 'AbortError');
}

/** A chunk on its way to the page; one that is a part of something larger is copied out of it. */
function sent(chunk: Uint8Array): Uint8Array {
  const own = chunk.byteLength === chunk.buffer.byteLength ? chunk : chunk.slice();
  return transfer(own, [own.buffer as ArrayBuffer]);
}
