/** What the vault needs of IndexedDB beside idb-keyval: writes to several stores that happen together or not at all. */

/** Resolves when every write of `transaction` is in the database, rejects when none of them is. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error ?? new DOMException('Aborted', 'AbortError'));
  });
}

/** Opens a database; `upgrade` makes the stores that are not there. */
export function openDatabase(
  factory: IDBFactory,
  name: string,
  version: number,
  upgrade: (db: IDBDatabase) => void,
): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => {
      const db = request.result;
      // A newer page in another tab, or a person clearing the site: never be what they wait for.
      db.onversionchange = () => db.close();
      done(db);
    };
    request.onerror = () => fail(request.error);
    request.onblocked = () =>
      fail(new Error('Another tab keeps an older vault open. Close it and try again'));
  });
}

export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
