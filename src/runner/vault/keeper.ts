import type { RunCommand } from '../../engine';
import { isQuotaError } from './idb';
import type { Standing } from './records';
import type { Vault } from './vault';

/** Where a moving run is written down. */
export interface Keeper {
  /** Resolves when the command is safe; rejects in words when it could not be written, and then it must not act. */
  command(command: RunCommand): Promise<void>;
  /** Notes where the run stands. Never rejects. */
  standing(standing: Standing): Promise<void>;
  /** Notes where the run stands with its whole state. Never rejects; false = no more snapshots, please. */
  snapshot(standing: Standing, bytes: ArrayBuffer): Promise<boolean>;
}

/** Keeps a run in the vault. A full disk costs snapshots, never the run: it can be computed again. */
export class VaultKeeper implements Keeper {
  constructor(
    private readonly vault: Vault,
    private readonly runId: string,
    private readonly notice: (words: string) => void,
  ) {}

  async command(command: RunCommand): Promise<void> {
    try {
      await this.vault.appendCommand(this.runId, command);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await this.giveUpSnapshots();
      await this.vault.appendCommand(this.runId, command).catch((again) => {
        throw isQuotaError(again) ? new Error(NO_ROOM) : again;
      });
    }
  }

  async standing(standing: Standing): Promise<void> {
    await this.vault.saveStanding(this.runId, standing).catch(() => {});
  }

  async snapshot(standing: Standing, bytes: ArrayBuffer): Promise<boolean> {
    try {
      await this.vault.saveSnapshot(this.runId, standing, bytes);
      return true;
    } catch (error) {
      if (isQuotaError(error)) await this.giveUpSnapshots();
      else this.notice(`The state of this run could not be saved: ${wordsOf(error)}. It goes on without.`);
      return false;
    }
  }

  private async giveUpSnapshots(): Promise<void> {
    await this.vault.dropSnapshots(this.runId).catch(() => {});
    this.notice(
      'The room this browser gives is used up. The run goes on; if it is cut off, it is computed again from its plan. Delete old runs under Missions to make room.',
    );
  }
}

const NO_ROOM =
  'The command was not given: this browser has no room left to write it down. Delete old runs under Missions and give it again';

/** Keeps nothing: for browsers without IndexedDB, and for runs that end before anybody could interrupt them. */
export const keepsNothing: Keeper = {
  command: async () => {},
  standing: async () => {},
  snapshot: async () => false,
};

function wordsOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
