import { IDBFactory } from 'fake-indexeddb';
import { promisifyRequest } from 'idb-keyval';
import { committed } from '../vault/idb';
import { VAULT_NAME } from '../vault/vault';

/** A vault as text: every store with its records, buffers as base64. */
export type VaultText = Record<string, unknown[]>;

function connect(factory: IDBFactory, upgrade?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = factory.open(VAULT_NAME, 1);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

export async function vaultAsText(factory: IDBFactory): Promise<VaultText> {
  const db = await connect(factory);
  const text: VaultText = {};
  for (const name of db.objectStoreNames) {
    const records = await promisifyRequest(db.transaction(name).objectStore(name).getAll());
    text[name] = records.map((record) =>
      Object.fromEntries(
        Object.entries(record).map(([key, value]) =>
          value instanceof ArrayBuffer
            ? [key, { base64: Buffer.from(value).toString('base64') }]
            : [key, value],
        ),
      ),
    );
  }
  db.close();
  return text;
}

/** Puts a kept vault into a database, with the stores and keys that its version made. */
export async function vaultFromText(
  text: VaultText,
  keys: Record<string, string | string[]>,
): Promise<IDBFactory> {
  const factory = new IDBFactory();
  const db = await connect(factory, (fresh) => {
    for (const [name, keyPath] of Object.entries(keys)) fresh.createObjectStore(name, { keyPath });
  });
  for (const [name, records] of Object.entries(text)) {
    const tx = db.transaction(name, 'readwrite');
    const done = committed(tx);
    for (const record of records) tx.objectStore(name).put(revived(record as Record<string, unknown>));
    await done;
  }
  db.close();
  return factory;
}

function revived(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => {
      const base64 = (value as { base64?: string } | null)?.base64;
      return [key, base64 === undefined ? value : new Uint8Array(Buffer.from(base64, 'base64')).buffer];
    }),
  );
}
