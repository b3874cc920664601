/** As much of the Web Locks API as the runner uses; two pages of a test share one. */
export function fakeLockManager(): LockManager {
  const held = new Set<string>();
  const request = async (
    name: string,
    _options: LockOptions,
    act: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    if (held.has(name)) return act(null);
    held.add(name);
    try {
      return await act({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  const query = async (): Promise<LockManagerSnapshot> => ({
    held: [...held].map((name) => ({ name, mode: 'exclusive', clientId: '' })),
    pending: [],
  });
  return { request, query } as LockManager;
}
