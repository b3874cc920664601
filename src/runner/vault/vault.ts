import { promisifyRequest } from 'idb-keyval';
import type { RunCommand } from '../../engine';
import { checksumOf } from './checksum';
import { committed, openDatabase } from './idb';
import {
  type CommandRecord,
  type RunRecord,
  type RunTexts,
  readRecord,
  type SlotRecord,
  type Standing,
} from './records';

/** Application and format in the name: on file:// and under path gateways, pages of others share the origin. */
export const VAULT_NAME = 'orrery-vault-1';
const VERSION = 1;
const ALL = ['runs', 'texts', 'commands', 'slots'] as const;
type StoreName = (typeof ALL)[number];

/** Everything that decides a run, as it was written down. */
export interface KeptRun {
  record: RunRecord;
  planText: string;
  commandsText: string;
  live: RunCommand[];
}

/**
 * The runs of this browser. A command is written down before it takes effect; snapshots go to two slots in
 * turn, so that whatever happens while one is written, the other one is whole. All writes of one call
 * happen together or not at all.
 */
export class Vault {
  private constructor(private readonly db: IDBDatabase) {}

  /** @throws when this browser keeps nothing (private windows, full disks) */
  static async open(factory: IDBFactory = indexedDB, name = VAULT_NAME): Promise<Vault> {
    return new Vault(await openDatabase(factory, name, VERSION, makeStores));
  }

  close(): void {
    this.db.close();
  }

  async create(record: RunRecord, texts: RunTexts): Promise<void> {
    await this.write(['runs', 'texts'], 'strict', (tx) => {
      tx.objectStore('runs').put(record);
      tx.objectStore('texts').put(texts);
    });
  }

  /** Every run that can be read; those of a newer vault are left alone. */
  async records(): Promise<RunRecord[]> {
    const stored: { format: string }[] = await promisifyRequest(this.store('runs').getAll());
    return stored.flatMap((record) => {
      try {
        return [readRecord(record)];
      } catch {
        return [];
      }
    });
  }

  /** @throws in words, when the run is not here or its commands are not whole */
  async load(runId: string): Promise<KeptRun> {
    const stored: { format: string } | undefined = await promisifyRequest(this.store('runs').get(runId));
    if (stored === undefined) throw new Error('This run is not in the vault of this browser');
    const record = readRecord(stored);
    const texts: RunTexts | undefined = await promisifyRequest(this.store('texts').get(runId));
    if (texts === undefined) throw new Error('The plan of this run is missing from the vault');
    const kept: CommandRecord[] = await promisifyRequest(this.store('commands').getAll(ofRun(runId)));
    const live = kept.map(({ runId: _, ...command }) => command).sort((a, b) => a.sequence - b.sequence);
    if (live.some((command, i) => command.sequence !== record.plannedCommands + i))
      throw new Error('A command of this run is missing from the vault, so it cannot be continued exactly');
    return { record, planText: texts.plan, commandsText: texts.commands, live };
  }

  /** Snapshots of a run, the newest first; one that is missing, torn or altered is told to `onDamage`. */
  async *snapshots(record: RunRecord, onDamage: (words: string) => void): AsyncGenerator<SlotRecord> {
    const wanted = ([0, 1] as const)
      .flatMap((slot) => (record.slots[slot] === null ? [] : [{ slot, ...record.slots[slot] }]))
      .sort((a, b) => b.serial - a.serial);
    for (const { slot, serial, tick } of wanted) {
      const found: SlotRecord | undefined = await promisifyRequest(
        this.store('slots').get([record.runId, slot]),
      );
      const whole =
        found !== undefined && found.serial === serial && (await checksumOf(found.bytes)) === found.sha256;
      if (whole) yield found;
      else onDamage(`The state saved at tick ${tick} was damaged and was not used`);
    }
  }

  /** Resolves when the command is on the disk: only then may it take effect. */
  async appendCommand(runId: string, command: RunCommand): Promise<void> {
    await this.write(['commands'], 'strict', (tx) => {
      tx.objectStore('commands').add({ ...command, runId } satisfies CommandRecord);
    });
  }

  async saveStanding(runId: string, standing: Standing): Promise<void> {
    await this.change(runId, (record) => ({ ...record, standing }));
  }

  /** Writes a snapshot over the older of the two slots. */
  async saveSnapshot(runId: string, standing: Standing, bytes: ArrayBuffer): Promise<void> {
    const sha256 = await checksumOf(bytes);
    await this.change(
      runId,
      (record, tx) => {
        const [a, b] = record.slots;
        const slot = a === null || (b !== null && a.serial < b.serial) ? 0 : 1;
        const serial = Math.max(a?.serial ?? 0, b?.serial ?? 0) + 1;
        const { tick } = standing;
        tx.objectStore('slots').put({ runId, slot, serial, tick, sha256, bytes } satisfies SlotRecord);
        const slots: RunRecord['slots'] = [a, b];
        slots[slot] = { serial, tick, bytes: bytes.byteLength };
        return { ...record, standing, slots };
      },
      ['runs', 'slots'],
    );
  }

  /** Gives their room back; the run can still be computed again. */
  async dropSnapshots(runId: string): Promise<void> {
    await this.change(
      runId,
      (record, tx) => {
        tx.objectStore('slots').delete(ofRun(runId));
        return { ...record, slots: [null, null] };
      },
      ['runs', 'slots'],
    );
  }

  async markOpened(runId: string, openedAtMs: number): Promise<void> {
    await this.change(runId, (record) => ({ ...record, openedAtMs }));
  }

  async remove(runId: string): Promise<void> {
    await this.write([...ALL], 'strict', (tx) => {
      for (const name of ['runs', 'texts'] as const) tx.objectStore(name).delete(runId);
      for (const name of ['commands', 'slots'] as const) tx.objectStore(name).delete(ofRun(runId));
    });
  }

  /** Replaces the record of a run; does nothing when the run was removed meanwhile. */
  private async change(
    runId: string,
    next: (record: RunRecord, tx: IDBTransaction) => RunRecord,
    stores: StoreName[] = ['runs'],
  ): Promise<void> {
    await this.write(stores, 'relaxed', (tx) => {
      const runs = tx.objectStore('runs');
      const found: IDBRequest<RunRecord | undefined> = runs.get(runId);
      found.onsuccess = () => {
        if (found.result !== undefined) runs.put(next(found.result, tx));
      };
    });
  }

  private async write(
    stores: StoreName[],
    durability: IDBTransactionDurability,
    act: (tx: IDBTransaction) => void,
  ): Promise<void> {
    const tx = this.db.transaction(stores, 'readwrite', { durability });
    const done = committed(tx);
    act(tx);
    await done;
  }

  private store(name: StoreName): IDBObjectStore {
    return this.db.transaction(name, 'readonly').objectStore(name);
  }
}

function makeStores(db: IDBDatabase): void {
  db.createObjectStore('runs', { keyPath: 'runId' });
  db.createObjectStore('texts', { keyPath: 'runId' });
  db.createObjectStore('commands', { keyPath: ['runId', 'sequence'] });
  db.createObjectStore('slots', { keyPath: ['runId', 'slot'] });
}

/** Keys [runId, anything]: an array sorts after every number. */
const ofRun = (runId: string): IDBKeyRange => IDBKeyRange.bound([runId], [runId, []]);
