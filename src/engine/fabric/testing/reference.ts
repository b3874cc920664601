import type { Plan, ScheduledCommand } from '../../../plan';
import { EventKind, RunStatus } from '../events';
import { applyCommands } from './reference/commands';
import { judgeEnd } from './reference/end';
import { type AskedJob, expandJobs } from './reference/expand-jobs';
import { arrive, bringOnline, submit, takeOffline } from './reference/moves';
import { bookWaits, progress } from './reference/progress';
import { runRouters } from './reference/router';
import {
  createWorld,
  inJobOrder,
  type Job,
  log,
  nodeById,
  type ReferenceEvent,
  type World,
} from './reference/world';

export type { AskedJob } from './reference/expand-jobs';
export type { ReferenceEvent } from './reference/world';

/** What became of one job; `shard` is a shard's number, ticks are -1 where it never happened. */
export interface ReferenceJob {
  id: string;
  state: Job['state'];
  shard: number;
  attempts: number;
  hops: number;
  firstStartTick: number;
  endTick: number;
  waits: Job['waits'];
}

export interface ReferenceRun {
  events: ReferenceEvent[];
  /** By job number. */
  jobs: ReferenceJob[];
  status: RunStatus;
  lastTick: number;
}

export interface ReferenceOptions {
  /** The jobs in number order, where they should not be expanded from the plan. */
  jobs?: AskedJob[];
  /** Called after step 7 of every tick. */
  onTick?: (world: World) => void;
}

/**
 * The naive model of the fabric: docs/fabric-rules.md read word by word, written without knowledge of the engine.
 * `commands` is the owner's schedule as in commands.json; a command's sequence is its place there.
 */
export function runReference(
  plan: Plan,
  commands: ScheduledCommand[] = [],
  options: ReferenceOptions = {},
): ReferenceRun {
  const world = createWorld(plan, options.jobs ?? expandJobs(plan));
  log(world, EventKind.runStarted, 0, 0, plan.engineRevision);
  for (let tick = 0; ; tick++) {
    world.tick = tick;
    applyCommands(world, commands);
    applyFaults(world);
    applyArrivals(world);
    runRouters(world);
    bookWaits(world);
    progress(world);
    saveCheckpoint(world);
    const status = judgeEnd(world, commands);
    if (status !== RunStatus.running) log(world, EventKind.runEnded, status, 0, tick);
    options.onTick?.(world);
    if (status !== RunStatus.running) {
      return { events: world.events, jobs: world.jobs.map(factsOf), status, lastTick: tick };
    }
  }
}

/** Step 2. */
function applyFaults(world: World): void {
  for (const node of world.nodes)
    if (!node.online && node.repairTick === world.tick) bringOnline(world, node);
  for (const fault of world.plan.fabric.faults) {
    if (fault.atTick !== world.tick) continue;
    const node = nodeById(world, fault.node);
    if (!node) throw new Error(`the plan has no node "${fault.node}"`);
    if (node.online) takeOffline(world, node, fault.forTicks);
    else
      node.repairTick = Math.max(node.repairTick, world.tick + (fault.forTicks ?? Number.POSITIVE_INFINITY));
  }
}

/** Step 3. */
function applyArrivals(world: World): void {
  for (const job of world.jobs) {
    if (job.state === 'scheduled' && job.asked.submissionTick === world.tick) submit(world, job);
  }
  const due = world.jobs.filter((job) => job.state === 'transit' && job.arriveTick === world.tick);
  for (const job of inJobOrder(due)) arrive(world, job);
}

/** The first half of step 7; one event, however often it was asked for. */
function saveCheckpoint(world: World): void {
  const interval = world.plan.run.checkpointIntervalTicks;
  const byCadence = interval !== undefined && (world.tick + 1) % interval === 0;
  if (!world.checkpointAsked && !byCadence) return;
  world.checkpointAsked = false;
  world.checkpoints++;
  log(world, EventKind.checkpointSaved, 0, 0, world.checkpoints);
}

function factsOf(job: Job): ReferenceJob {
  return {
    id: job.asked.id,
    state: job.state,
    shard: job.shard.number,
    attempts: job.attempts,
    hops: job.hops,
    firstStartTick: job.firstStartTick,
    endTick: job.endTick,
    waits: job.waits,
  };
}
