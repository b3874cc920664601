import { JobState, PauseMode, WAIT_COLUMNS } from '../../engine';
import type { RunSource } from '../view/source';
import type { Counts, Overview } from '../view/types';
import type { Story } from './story';

/** Sums over the accounts and columns of a run, as they stand after its last tick. */
export interface Facts {
  source: RunSource;
  story: Story;
  counts: Counts;
  /** Value in each state; `planned` is all of it. */
  value: { planned: number; submitted: number; completed: number; failed: number; cancelled: number };
  /** Paid to nodes by currency, in smallest units. */
  spent: number[];
  /** Per shard: jobs in its queue. */
  queued: number[];
  /** Ticks waited by WAIT_REASONS. */
  waits: number[];
  /** Jobs started, and those of them within their home's target. */
  started: number;
  startedInTime: number;
  latency: Overview['latency'];
  ended: boolean;
  jobsTotal: number;
  lastSubmissionTick: number;
}

/** Gathers the facts; O(jobs), so callers keep them for as long as the run stands. */
export function gatherFacts(source: RunSource, story: Story): Facts {
  const { tables } = source;
  const { jobSet } = tables;
  story.catchUp();
  const times = startTimes(source);
  let planned = 0;
  for (let j = 0; j < jobSet.count; j++) planned += jobSet.valueOf(j);
  return {
    source,
    story,
    ...standing(source, planned),
    ...times,
    waits: waitedTicks(source),
    ended: tables.status !== 0,
    jobsTotal: jobSet.count,
    lastSubmissionTick: jobSet.count === 0 ? 0 : jobSet.submissionTick[jobSet.count - 1],
  };
}

/** Jobs by state, O(shards + nodes + pairs). */
export function countJobs({ tables }: RunSource): Counts {
  const { accounts } = tables;
  const units = (list: readonly number[]): number =>
    list.reduce((sum, account) => sum + accounts.ledger.units(account), 0);
  return {
    scheduled: units(accounts.scheduled),
    queued: units(accounts.queued),
    transit: units(accounts.pairs().map((pair) => accounts.transit(pair))),
    running: units(accounts.running),
    completed: units(accounts.completed),
    failed: units(accounts.failed),
    cancelled: units(accounts.cancelled),
  };
}

function standing(source: RunSource, planned: number): Pick<Facts, 'counts' | 'value' | 'spent' | 'queued'> {
  const { accounts } = source.tables;
  const { ledger } = accounts;
  const value = (list: readonly number[]): number => list.reduce((sum, a) => sum + ledger.value(a), 0);
  return {
    counts: countJobs(source),
    value: {
      planned,
      submitted: planned - value(accounts.scheduled),
      completed: value(accounts.completed),
      failed: value(accounts.failed),
      cancelled: value(accounts.cancelled),
    },
    spent: accounts.payer.map((payer) => ledger.valuePaid(payer)),
    queued: accounts.queued.map((account) => ledger.units(account)),
  };
}

function waitedTicks({ tables, tick }: RunSource): number[] {
  const { jobs, jobSet } = tables;
  const sums = new Array<number>(WAIT_COLUMNS).fill(0);
  const scratch = new Int32Array(WAIT_COLUMNS);
  for (let j = 0; j < jobs.count; j++) {
    for (let r = 0; r < WAIT_COLUMNS; r++) sums[r] += jobs.waits[j * WAIT_COLUMNS + r];
    if (jobs.state[j] !== JobState.queued) continue;
    scratch.fill(0);
    tables.waits.book(jobs.shard[j], jobSet.classOf(j), jobs.since[j], tick + 1, scratch, 0);
    for (let r = 0; r < WAIT_COLUMNS; r++) sums[r] += scratch[r];
  }
  return sums;
}

const TRANSIT = 3;

/** Wait from submission to first start and time on the way, by home shard; percentiles by nearest rank. */
function startTimes({ tables }: RunSource): Pick<Facts, 'started' | 'startedInTime' | 'latency'> {
  const { jobs, jobSet, fleet } = tables;
  const S = fleet.shards.length;
  const starts = new Int32Array(S);
  const moves = new Int32Array(S);
  const inTime = new Int32Array(S);
  for (let j = 0; j < jobs.count; j++) {
    const home = jobSet.homeOf(j);
    if (jobs.firstStart[j] >= 0) starts[home]++;
    if (jobs.waits[j * WAIT_COLUMNS + TRANSIT] > 0) moves[home]++;
  }
  const waits = Array.from(starts, (n) => new Int32Array(n));
  const transits = Array.from(moves, (n) => new Int32Array(n));
  starts.fill(0);
  moves.fill(0);
  for (let j = 0; j < jobs.count; j++) {
    const home = jobSet.homeOf(j);
    if (jobs.firstStart[j] >= 0) {
      const wait = Math.max(0, jobs.firstStart[j] - jobSet.submissionTick[j]);
      waits[home][starts[home]++] = wait;
      if (wait <= fleet.shards[home].startTargetTicks) inTime[home]++;
    }
    const transit = jobs.waits[j * WAIT_COLUMNS + TRANSIT];
    if (transit > 0) transits[home][moves[home]++] = transit;
  }
  const sum = (column: Int32Array): number => column.reduce((total, n) => total + n, 0);
  return {
    started: sum(starts),
    startedInTime: sum(inTime),
    latency: fleet.shards.map((_, shard) => {
      const w = waits[shard].sort();
      const t = transits[shard].sort();
      return {
        shard,
        started: starts[shard],
        waitP50: nearestRank(w, 50),
        waitP95: nearestRank(w, 95),
        waitP99: nearestRank(w, 99),
        transitP50: nearestRank(t, 50),
        transitP95: nearestRank(t, 95),
        transitP99: nearestRank(t, 99),
        startedInTimeShare: starts[shard] === 0 ? 1 : inTime[shard] / starts[shard],
      };
    }),
  };
}

/** The smallest value that at least `percent` in a hundred of the sorted values do not exceed; 0 for none. */
export function nearestRank(sorted: Int32Array, percent: number): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.max(1, Math.ceil((percent * sorted.length) / 100)) - 1];
}

/** Whether any pause is in force, and which shards are paused on their own. */
export function pausesNow({ tables }: RunSource): { system: PauseMode; shards: number[] } {
  const shards = [...tables.ownPause.keys()].filter((s) => tables.ownPause[s] !== PauseMode.none);
  return { system: tables.systemPause, shards };
}

/** Nodes that are offline now. */
export function offlineNodes({ tables }: RunSource): number[] {
  return [...tables.offline.keys()].filter((n) => tables.offline[n] === 1);
}
