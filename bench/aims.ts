/** What Orrery is meant to reach on an idle desktop machine of 2025; README.md says where each comes from. */
export const AIMS = {
  sampleColdMs: 100,
  sampleWarmMs: 15,
  millionMs: 1_500,
  tenMillionMs: 20_000,
  tenMillionPeakBytes: 2 * 1024 ** 3,
  tenMillionBytesPerJob: 200,
  /** The dearest job of 100,000 to 10,000,000 on a fleet scaled by slots, as a multiple of the cheapest. */
  flatRatio: 2,
  /** How many times faster per job than each other tool. */
  timesPeer: 10,
} as const;

/** The gate runs on busy machines: it fails only past so many times an aim. */
export const GATE_FACTOR = 4;

export interface Row {
  part: 'sample' | 'chromium' | 'scale' | 'peers';
  what: string;
  /** The median. */
  value: number;
  unit: 'ms' | 'us/job' | 'MB' | 'B/job' | 'x' | 'jobs' | 'ticks';
  runs: number;
  /** Absent for a number that is only to be known. */
  aim?: { limit: number; better: 'lower' | 'higher' };
  note?: string;
}

/** How far past its aim a row is: 1 is exactly on it, 2 twice as bad; null without an aim. */
export function strain({ value, aim }: Row): number | null {
  if (aim === undefined) return null;
  return aim.better === 'lower' ? value / aim.limit : aim.limit / value;
}

export const atMost = (limit: number) => ({ limit, better: 'lower' as const });
export const atLeast = (limit: number) => ({ limit, better: 'higher' as const });

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
