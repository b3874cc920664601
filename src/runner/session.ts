import type { OwnerCommand, Plan, Problem, ScheduledCommand } from '../plan';
import type { Frame, Overview, RunView } from '../report';

/** How a run is moved: as fast as it can, or `ticksPerSecond` so that a person can steer. */
export type Pace = { kind: 'rehearse' } | { kind: 'fly'; ticksPerSecond: number };

/** One run as the page holds it: a view to ask, and the levers that move it. */
export interface Session {
  readonly runId: string;
  readonly view: RunView;
  /** Called for every frame (at most 30 a second) until the returned function is called. */
  onFrame(listener: (frame: Frame) => void): () => void;
  /** Called once when the engine fails; it stays failed and says why. */
  onFailure(listener: (failure: Failure) => void): () => void;
  /** Called with what a director should know but need not act on: a damaged state was not used, the room is used up. */
  onNotice?(listener: (words: string) => void): () => void;
  play(pace: Pace): Promise<void>;
  pause(): Promise<void>;
  /** Runs this many ticks and stands. */
  step(ticks: number): Promise<void>;
  /** Runs until tick `tick` has been done, or the run ended. */
  runTo(tick: number): Promise<void>;
  /** Written to the vault before it takes effect; resolves with the tick it will act at and its sequence number. */
  give(command: OwnerCommand, note?: string): Promise<{ tick: number; sequence: number }>;
  /** What the command would touch now, in words, without applying it. */
  preview(command: OwnerCommand): Promise<{ words: string; rejected: string | null; irreversible: boolean }>;
  /** Streams the report into a zip; chunks arrive in order. */
  exportZip(onChunk: (chunk: Uint8Array) => void | Promise<void>, signal?: AbortSignal): Promise<void>;
  /** Writes the report file by file, for a folder the browser lets us write into. */
  exportFiles(
    onFile: (path: string, chunk: Uint8Array | null) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Kills the worker and releases the run's lock; the vault keeps what was written. */
  dispose(): Promise<void>;
}

export interface Failure {
  message: string;
  tick: number | null;
  lastEvents: string[];
}

/** A run as the library lists it. */
export interface RunEntry {
  runId: string;
  title: string;
  label: string;
  state: 'interrupted' | 'ended' | 'in another tab';
  status: Overview['status'];
  tick: number;
  endTickEstimate: number | null;
  jobsTotal: number;
  jobsCompleted: number;
  digest: string | null;
  createdAtMs: number;
  openedAtMs: number;
  bytes: number;
}

/** What the page asks before it starts anything. */
export interface Estimate {
  ticks: number;
  engineMs: number;
  memoryBytes: number;
  jobs: number;
}

export interface Library {
  list(): Promise<RunEntry[]>;
  /** Prepares a run (worker up, vault entry written) without starting it. */
  create(plan: Plan, commands: ScheduledCommand[]): Promise<Session>;
  /** Opens an interrupted or ended run of the vault exactly where it stood. */
  open(runId: string): Promise<Session>;
  remove(runId: string): Promise<void>;
  estimate(plan: Plan): Promise<Estimate>;
  usage(): Promise<{ usedBytes: number; quotaBytes: number; persisted: boolean | null }>;
}

/** One file of a drop; `path` is relative to what was dropped, with `/`. */
export interface DroppedFile {
  path: string;
  blob: Blob;
}
export interface DropProgress {
  words: string;
  done: number;
  total: number;
  unit: 'files' | 'bytes' | 'events';
}
/** What a drop turned out to be. Problems never hide what could be read. */
export type Dropped =
  | { kind: 'mission'; plan: Plan; commands: ScheduledCommand[]; problems: Problem[] }
  | { kind: 'report'; name: string; view: RunView; problems: Problem[]; dispose(): Promise<void> }
  | { kind: 'unreadable'; problems: Problem[] };

/**
 * The door of the runner for the page (src/runner/index.ts):
 *   openLibrary(): Promise<Library>
 *   readDropped(files: DroppedFile[], onProgress?: (p: DropProgress) => void, signal?: AbortSignal): Promise<Dropped>
 */
export type ReadDropped = (
  files: DroppedFile[],
  onProgress?: (progress: DropProgress) => void,
  signal?: AbortSignal,
) => Promise<Dropped>;
