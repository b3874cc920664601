import { FailureReason, PauseMode } from '../../events';
import { complete, fail, preempt } from './moves';
import { effectivePause, inJobOrder, type Shard, servedIn, type World } from './world';

/** Books this tick for every job that is still queued after step 5, under the reason it has at this moment. */
export function bookWaits(world: World): void {
  for (const job of world.jobs) {
    if (job.state !== 'queued') continue;
    if (effectivePause(world, job.shard) !== PauseMode.none) job.waits.paused++;
    else if (!servedIn(world, job.shard, job)) job.waits.skill++;
    else job.waits.slot++;
  }
}

/** Step 6: work goes on, jobs complete, deadlines kill; shard by shard. */
export function progress(world: World): void {
  for (const shard of world.shards) {
    work(world, shard);
    if (world.plan.fabric.deadlinesKill) enforceDeadlines(world, shard);
  }
}

function work(world: World, shard: Shard): void {
  if (effectivePause(world, shard) === PauseMode.freeze) return;
  const running = inJobOrder(world.jobs.filter((job) => job.state === 'running' && job.shard === shard));
  for (const job of running) job.remaining--;
  for (const job of running) if (job.remaining === 0) complete(world, job);
}

function enforceDeadlines(world: World, shard: Shard): void {
  const present = world.jobs.filter(
    (job) => job.shard === shard && (job.state === 'queued' || job.state === 'running'),
  );
  for (const job of inJobOrder(present)) {
    const { deadlineTicks, submissionTick } = job.asked;
    if (deadlineTicks === null || submissionTick + deadlineTicks > world.tick + 1) continue;
    if (job.state === 'running') preempt(world, job, world.tick - job.assignedTick + 1);
    fail(world, job, FailureReason.deadlineMissed);
  }
}
