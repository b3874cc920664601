/** One page at a time may move a run. */
export interface RunLocks {
  /** Takes the run and resolves with how to let it go, or with null when another page has it. */
  take(runId: string): Promise<(() => void) | null>;
  /** Runs that some page has now. */
  taken(): Promise<Set<string>>;
}

const PREFIX = 'orrery-run-1:';

/** Web Locks: the browser lets go of them itself when a page dies, however it dies. */
export function webLocks(manager: LockManager): RunLocks {
  return {
    take: (runId) =>
      new Promise((done, fail) => {
        manager
          .request(PREFIX + runId, { ifAvailable: true }, (lock) => {
            if (lock === null) return done(null);
            return new Promise<void>((letGo) => done(letGo));
          })
          .catch(fail);
      }),
    async taken() {
      const { held = [] } = await manager.query();
      return new Set(
        held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])),
      );
    },
  };
}
