import type { Plan, ScheduledCommand } from '../plan';
import { estimateOf } from './estimate';
import type { Estimate, Library, RunEntry, Session } from './session';
import { newRunId } from './vault/new-run';
import { WorkerSession } from './worker/page-side';
import type { Spawn } from './worker/thread';

/** For browsers that keep nothing for this page: runs live as long as the page, and their reports can be saved. */
export class PassingLibrary implements Library {
  constructor(
    /** Why nothing is kept, in words. */
    private readonly reason: string,
    private readonly spawn: Spawn,
  ) {}

  /** @throws always: there is no list, and this says why */
  async list(): Promise<RunEntry[]> {
    throw new Error(this.reason);
  }

  async create(plan: Plan, commands: ScheduledCommand[]): Promise<Session> {
    const runId = newRunId();
    const session = new WorkerSession({ runId, spawn: this.spawn, release: () => {} });
    try {
      await session.listen();
      await session.thread.call((worker) => worker.create(runId, plan, commands, 0));
      return session;
    } catch (error) {
      await session.dispose();
      throw error;
    }
  }

  async open(): Promise<Session> {
    throw new Error(`This browser keeps no runs (${this.reason})`);
  }
  async remove(): Promise<void> {}
  async estimate(plan: Plan): Promise<Estimate> {
    return estimateOf(plan);
  }
  async usage(): Promise<{ usedBytes: number; quotaBytes: number; persisted: boolean | null }> {
    return { usedBytes: 0, quotaBytes: 0, persisted: null };
  }
}
