import type { RunCommand } from '../../engine';
import type { RunStatusWord } from '../../report';

/** Changes when a record is written differently; `readRecord` then gets a case for the old one. */
export const RUN_FORMAT = 'orrery.run/1';

/** Where a run stood when it was last written down. */
export interface Standing {
  tick: number;
  status: RunStatusWord;
  /** Digest of the event log so far, as hex. */
  digest: string;
  jobsCompleted: number;
  endTickEstimate: number | null;
}

/** Which snapshot a slot holds: the higher serial is the newer one. */
export interface SlotHead {
  serial: number;
  tick: number;
  bytes: number;
}

/** A run as the list needs it: small, so that listing reads no plan and no snapshot. */
export interface RunRecord {
  format: typeof RUN_FORMAT;
  runId: string;
  title: string;
  label: string;
  engineRevision: number;
  jobsTotal: number;
  /** Commands of the plan's own schedule; live ones are numbered after them. */
  plannedCommands: number;
  createdAtMs: number;
  openedAtMs: number;
  /** Ticks the run was thought to take before it began. */
  ticksEstimate: number;
  /** Bytes of plan and schedule. */
  textBytes: number;
  /** Null before the first tick. */
  standing: Standing | null;
  slots: [SlotHead | null, SlotHead | null];
}

/** What decides a run: with the live commands, everything. */
export interface RunTexts {
  runId: string;
  plan: string;
  commands: string;
}

/** One of the two snapshots of a run. */
export interface SlotRecord {
  runId: string;
  slot: 0 | 1;
  serial: number;
  tick: number;
  /** SHA-256 of `bytes`, as hex. */
  sha256: string;
  bytes: ArrayBuffer;
}

export interface CommandRecord extends RunCommand {
  runId: string;
}

/**
 * A run record of this or an older vault, in this vault's form.
 * @throws in words, when a newer Orrery wrote it
 */
export function readRecord(stored: { format: string }): RunRecord {
  if (stored.format === RUN_FORMAT) return stored as RunRecord;
  throw new Error(
    `This run was kept by another Orrery (${stored.format}). Open it with that one and save its report`,
  );
}
