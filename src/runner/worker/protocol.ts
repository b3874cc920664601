import type { OwnerCommand, Plan, ScheduledCommand } from '../../plan';
import type { Frame, RunView } from '../../report';
import type { Preview } from '../host/preview';
import type { DropProgress, Dropped, DroppedFile, Failure, Pace } from '../session';

export type Question = keyof RunView;

/** What a worker says without being asked. */
export interface WorkerListeners {
  frame(frame: Frame): void;
  failure(failure: Failure): void;
  notice(words: string): void;
}

/** A dropped report stays in the worker; only what it is comes out. */
export type ReadResult =
  | Exclude<Dropped, { kind: 'report' }>
  | { kind: 'report'; name: string; problems: Dropped['problems'] };

/**
 * What the page can ask of a worker: to be one run, or to read one drop. Everything is plain data;
 * callbacks return whether to go on, so that a chunk is never sent before the last one was taken.
 */
export interface EngineWorker {
  /** Keeps a new run in the vault and holds it at its first tick. */
  create(runId: string, plan: Plan, commands: ScheduledCommand[], createdAtMs: number): Promise<void>;
  /** Opens a kept run where it stood. */
  open(runId: string, openedAtMs: number): Promise<void>;
  listen(listeners: WorkerListeners): Promise<void>;
  play(pace: Pace): Promise<void>;
  pause(): Promise<void>;
  step(ticks: number): Promise<void>;
  runTo(tick: number): Promise<void>;
  give(command: OwnerCommand, note?: string): Promise<{ tick: number; sequence: number }>;
  preview(command: OwnerCommand): Promise<Preview>;
  save(): Promise<void>;
  ask(question: Question, argument: unknown): Promise<unknown>;
  exportZip(onChunk: (chunk: Uint8Array) => Promise<boolean>): Promise<void>;
  exportFiles(onFile: (path: string, chunk: Uint8Array | null) => Promise<boolean>): Promise<void>;
  read(files: DroppedFile[], onProgress: (progress: DropProgress) => void): Promise<ReadResult>;
  /** Answers as soon as the worker is free: a sign of life. */
  ping(): Promise<void>;
  /** Pauses, saves and lets the vault go. */
  close(): Promise<void>;
}
