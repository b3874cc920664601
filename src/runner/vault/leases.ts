import { promisifyRequest } from 'idb-keyval';
import { committed, openDatabase } from './idb';
import type { RunLocks } from './locks';

/** A database of its own, so that renewing a lease never waits for a snapshot being written. */
export const LEASES_NAME = 'orrery-leases-1';
/** A hidden page's timers may fire once a minute only; a lease must outlive that. */
export const LEASE_MS = 75_000;
const RENEW_MS = 10_000;

interface Lease {
  runId: string;
  holder: string;
  untilMs: number;
}

/**
 * Leases in IndexedDB, for plain-http addresses where Web Locks are missing. A page that dies without a word
 * keeps its run for up to 75 seconds. Wall clock, but never the engine's.
 */
export async function openLeases(factory: IDBFactory = indexedDB, now = Date.now): Promise<RunLocks> {
  const db = await openDatabase(factory, LEASES_NAME, 1, (fresh) => {
    fresh.createObjectStore('leases', { keyPath: 'runId' });
  });

  /** Sets the run's lease unless another holder's is still good; false then. */
  async function claim(lease: Lease): Promise<boolean> {
    const tx = db.transaction('leases', 'readwrite');
    const leases = tx.objectStore('leases');
    const done = committed(tx);
    let mine = true;
    const found: IDBRequest<Lease | undefined> = leases.get(lease.runId);
    found.onsuccess = () => {
      const other = found.result;
      mine = other === undefined || other.holder === lease.holder || other.untilMs <= now();
      if (mine) leases.put(lease);
    };
    await done;
    return mine;
  }

  return {
    async take(runId) {
      const holder = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16)).join('-');
      const renew = () => claim({ runId, holder, untilMs: now() + LEASE_MS });
      if (!(await renew())) return null;
      const timer = setInterval(() => void renew().catch(() => {}), RENEW_MS);
      return () => {
        clearInterval(timer);
        // Not deleted but ended: a delete could take away a lease that another page has got meanwhile.
        void claim({ runId, holder, untilMs: 0 }).catch(() => {});
      };
    },
    async taken() {
      const leases: Lease[] = await promisifyRequest(
        db.transaction('leases', 'readonly').objectStore('leases').getAll(),
      );
      return new Set(leases.filter((l) => l.untilMs > now()).map((l) => l.runId));
    },
  };
}
