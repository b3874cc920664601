import { type FabricPlan, type Plan, serves, type WorkloadEntry } from '../plan';
import type { Estimate } from './session';

/** Measured on the samples and on 1,000,000 jobs (bench/): events, ledger and digest of one job. */
const ENGINE_MS_PER_JOB = 0.0025;
/** Looking at every shard and node in every tick. */
const ENGINE_MS_PER_TICK = 0.004;
const ENGINE_MS_TO_START = 40;
/** Columns of a job, its queue and node entries, and its four to five events of 21 bytes. */
const BYTES_PER_JOB = 190;
const BYTES_TO_START = 12_000_000;

/** Jobs that ask for the same in the same shard. */
interface Load {
  count: number;
  workTicks: number;
  longestTicks: number;
  firstTick: number;
  lastTick: number;
  slots: number;
}

/**
 * What a mission will take, without running it: each shard's work shared by the slots that can do it. Outages,
 * spillover and pauses are left out, so that it is known at once; it is an estimate and called so.
 */
export function estimateOf(plan: Plan): Estimate {
  const { fabric, run } = plan;
  const loads = loadsOf(fabric);
  let jobs = 0;
  let ticks = 1;
  for (const load of loads.values()) {
    jobs += load.count;
    ticks = Math.max(ticks, endOf(load));
  }
  for (const shard of fabric.shards) ticks = Math.max(ticks, endOf(together(fabric, loads, shard.id)));
  ticks = Math.ceil(Math.min(ticks, run.stopAfterTicks ?? run.maxTicks, run.maxTicks));
  const engineMs = ENGINE_MS_TO_START + jobs * ENGINE_MS_PER_JOB + ticks * ENGINE_MS_PER_TICK;
  return { ticks, engineMs, memoryBytes: BYTES_TO_START + jobs * BYTES_PER_JOB, jobs };
}

/** Work flows through the slots from the first arrival on; the last job to arrive may still have to run. */
function endOf({ slots, count, workTicks, longestTicks, firstTick, lastTick }: Load): number {
  if (count === 0) return 0;
  return Math.max(firstTick + workTicks / Math.max(1, slots), lastTick + longestTicks);
}

function loadsOf(fabric: FabricPlan): Map<string, Load> {
  const loads = new Map<string, Load>();
  const add = (
    job: Pick<WorkloadEntry, 'shard' | 'requiredSkills' | 'requiredCompliance'>,
    count: number,
    meanTicks: number,
    longestTicks: number,
    firstTick: number,
    lastTick: number,
  ) => {
    const key = JSON.stringify([
      job.shard,
      [...job.requiredSkills].sort(),
      [...job.requiredCompliance].sort(),
    ]);
    let load = loads.get(key);
    if (load === undefined) {
      const slots = fabric.nodes
        .filter((node) => node.region === job.shard && serves(node, job))
        .reduce((sum, node) => sum + Math.min(node.capacity, node.maxConcurrency), 0);
      load = { count: 0, workTicks: 0, longestTicks: 0, firstTick, lastTick, slots };
      loads.set(key, load);
    }
    load.count += count;
    load.workTicks += count * meanTicks;
    load.longestTicks = Math.max(load.longestTicks, longestTicks);
    load.firstTick = Math.min(load.firstTick, firstTick);
    load.lastTick = Math.max(load.lastTick, lastTick);
  };
  for (const entry of fabric.workload.entries) {
    const [mean, longest] = durationOf(entry);
    const [first, last] = arrivalOf(entry);
    add(entry, entry.count, mean, longest, first, last);
  }
  for (const job of fabric.workload.jobs) {
    const { estimatedDurationTicks: ticks, submissionTick: tick } = job;
    add(job, 1, ticks, ticks, tick, tick);
  }
  return loads;
}

/** All the work of a shard on all of its slots: a lower bound when its classes share nodes. */
function together(fabric: FabricPlan, loads: Map<string, Load>, shard: string): Load {
  const sum: Load = { count: 0, workTicks: 0, longestTicks: 0, firstTick: 0, lastTick: 0, slots: 0 };
  for (const [key, load] of loads) {
    if (JSON.parse(key)[0] !== shard || load.slots === 0) continue;
    sum.firstTick = sum.count === 0 ? load.firstTick : Math.min(sum.firstTick, load.firstTick);
    sum.count += load.count;
    sum.workTicks += load.workTicks;
  }
  for (const node of fabric.nodes)
    if (node.region === shard) sum.slots += Math.min(node.capacity, node.maxConcurrency);
  return sum;
}

function durationOf({ duration }: WorkloadEntry): [meanTicks: number, longestTicks: number] {
  switch (duration.kind) {
    case 'fixed':
      return [duration.ticks, duration.ticks];
    case 'uniform':
      return [(duration.minTicks + duration.maxTicks) / 2, duration.maxTicks];
    case 'table': {
      const weight = duration.rows.reduce((sum, row) => sum + row.weight, 0);
      const work = duration.rows.reduce((sum, row) => sum + row.weight * row.ticks, 0);
      return [work / weight, Math.max(...duration.rows.map((row) => row.ticks))];
    }
  }
}

function arrivalOf({ arrival, count }: WorkloadEntry): [firstTick: number, lastTick: number] {
  switch (arrival.kind) {
    case 'at':
      return [arrival.atTick, arrival.atTick];
    case 'window':
      return [arrival.fromTick, arrival.toTick];
    case 'poisson':
      return [arrival.fromTick, arrival.fromTick + count * arrival.meanIntervalTicks];
  }
}
