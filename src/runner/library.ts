import type { Plan, ScheduledCommand } from '../plan';
import { estimateOf } from './estimate';
import type { Estimate, Library, RunEntry, Session } from './session';
import type { RunLocks } from './vault/locks';
import { newRunId } from './vault/new-run';
import type { RunRecord } from './vault/records';
import type { Vault } from './vault/vault';
import { WorkerSession } from './worker/page-side';
import type { Spawn } from './worker/thread';

export interface LibraryParts {
  vault: Vault;
  locks: RunLocks;
  spawn: Spawn;
  /** What the browser tells about the room it gives; missing on plain http. */
  storage?: StorageManager;
  now?: () => number;
}

const ELSEWHERE = 'This run is open in another tab. Go on there, or close that tab first';

/** The runs of this browser, each moved by one page at a time. */
export class VaultLibrary implements Library {
  private readonly vault: Vault;
  private readonly locks: RunLocks;
  private readonly spawn: Spawn;
  private readonly storage: StorageManager | undefined;
  private readonly now: () => number;
  /** Runs that this page itself has open. */
  private readonly own = new Set<string>();

  constructor({ vault, locks, spawn, storage, now = Date.now }: LibraryParts) {
    this.vault = vault;
    this.locks = locks;
    this.spawn = spawn;
    this.storage = storage;
    this.now = now;
  }

  async list(): Promise<RunEntry[]> {
    const [records, taken] = await Promise.all([this.vault.records(), this.locks.taken()]);
    return records.map((record) => entryOf(record, taken.has(record.runId) && !this.own.has(record.runId)));
  }

  async create(plan: Plan, commands: ScheduledCommand[]): Promise<Session> {
    // Asked for when there is something worth keeping, and never waited for: it may be a question to a person.
    void this.storage?.persist?.().catch(() => {});
    const runId = newRunId();
    return this.start(runId, (session) =>
      session.thread.call((worker) => worker.create(runId, plan, commands, this.now())),
    );
  }

  open(runId: string): Promise<Session> {
    return this.start(runId, (session) => session.thread.call((worker) => worker.open(runId, this.now())));
  }

  async remove(runId: string): Promise<void> {
    const release = await this.locks.take(runId);
    if (release === null)
      throw new Error(this.own.has(runId) ? 'This run is open. Put it down before you delete it' : ELSEWHERE);
    try {
      await this.vault.remove(runId);
    } finally {
      release();
    }
  }

  async estimate(plan: Plan): Promise<Estimate> {
    return estimateOf(plan);
  }

  async usage(): Promise<{ usedBytes: number; quotaBytes: number; persisted: boolean | null }> {
    const { storage } = this;
    const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
    const persisted = (await storage?.persisted?.().catch(() => undefined)) ?? null;
    // Where the browser does not tell (plain http), our own count stands in.
    const usedBytes = usage ?? (await this.vault.records()).reduce((sum, r) => sum + bytesOf(r), 0);
    return { usedBytes, quotaBytes: quota ?? 0, persisted };
  }

  private async start(
    runId: string,
    prepare: (session: WorkerSession) => Promise<void>,
  ): Promise<WorkerSession> {
    const letGo = await this.locks.take(runId);
    if (letGo === null) throw new Error(this.own.has(runId) ? 'This run is open already' : ELSEWHERE);
    this.own.add(runId);
    let released = false;
    const release = () => {
      if (released) return;
      released = true;
      this.own.delete(runId);
      letGo();
    };
    let session: WorkerSession | null = null;
    try {
      session = new WorkerSession({ runId, spawn: this.spawn, release });
      await session.listen();
      await prepare(session);
      return session;
    } catch (error) {
      await session?.dispose();
      release();
      throw error;
    }
  }
}

function entryOf(record: RunRecord, elsewhere: boolean): RunEntry {
  const { standing } = record;
  const status = standing?.status ?? 'ready';
  const cutOff = status === 'ready' || status === 'running' || status === 'failed';
  return {
    runId: record.runId,
    title: record.title,
    label: record.label,
    state: elsewhere ? 'in another tab' : cutOff ? 'interrupted' : 'ended',
    status,
    tick: Math.max(0, standing?.tick ?? 0),
    endTickEstimate: standing?.endTickEstimate ?? record.ticksEstimate,
    jobsTotal: record.jobsTotal,
    jobsCompleted: standing?.jobsCompleted ?? 0,
    digest: standing?.digest ?? null,
    createdAtMs: record.createdAtMs,
    openedAtMs: record.openedAtMs,
    bytes: bytesOf(record),
  };
}

function bytesOf({ textBytes, slots }: RunRecord): number {
  return textBytes + slots.reduce((sum, slot) => sum + (slot?.bytes ?? 0), 0);
}
