/** What the programs end with; shells and CI read these. */
export const EXIT = {
  ok: 0,
  /** The run went through, but an invariant or a verdict says no; or the engine failed. */
  failed: 1,
  /** What was given cannot be used. */
  badInput: 2,
  /** Cut off by Ctrl-C; 128 + SIGINT, as shells have it. */
  interrupted: 130,
} as const;
