import type { ScheduledCommand } from '../../../../plan';
import { EventKind, PauseMode, RunStatus } from '../../events';
import { effectivePause, type Job, servedIn, type World } from './world';

/** The second half of step 7: how the run stands after this tick. */
export function judgeEnd(world: World, commands: ScheduledCommand[]): RunStatus {
  const { stopAfterTicks, maxTicks } = world.plan.run;
  if (world.stopAsked || world.tick + 1 === stopAfterTicks) return RunStatus.stopped;
  if (world.jobs.every((job) => job.endTick >= 0)) return RunStatus.completed;
  if (wasQuiet(world) && !anythingDue(world, commands)) return RunStatus.stalled;
  if (world.tick + 1 === maxTicks) return RunStatus.tickBudget;
  return RunStatus.running;
}

function wasQuiet(world: World): boolean {
  const ofThisTick = world.events.filter((event) => event.tick === world.tick);
  return ofThisTick.every((event) => event.kind === EventKind.checkpointSaved);
}

function anythingDue(world: World, commands: ScheduledCommand[]): boolean {
  return (
    commands.some((command) => command.tick > world.tick) ||
    world.plan.fabric.faults.some((fault) => fault.atTick > world.tick) ||
    world.nodes.some((node) => !node.online && Number.isFinite(node.repairTick)) ||
    world.jobs.some((job) => isDue(world, job))
  );
}

/** Whether time alone will change this job. */
function isDue(world: World, job: Job): boolean {
  if (job.state === 'scheduled' || job.state === 'transit') return true;
  if (job.state !== 'queued' && job.state !== 'running') return false;
  const deadline = world.plan.fabric.deadlinesKill && job.asked.deadlineTicks !== null;
  const pause = effectivePause(world, job.shard);
  const completion = job.state === 'running' && pause !== PauseMode.freeze;
  const patience = job.state === 'queued' && pause === PauseMode.none && !servedIn(world, job.shard, job);
  return deadline || completion || patience;
}
