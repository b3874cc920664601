import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventKind, FailureReason, PauseMode, pairFrom, pairTo } from '../events';
import { arbitraryMission, type SmallMission } from './arbitrary-mission';
import { runReference } from './reference';
import { effectivePause, runningOn, serves, type World } from './reference/world';

/** What must hold in any run, said without the words of the rules: it judges the reference itself. */
const holds = (check: (mission: SmallMission) => void) =>
  fc.assert(fc.property(arbitraryMission, check), { numRuns: 200 });

test('after every tick, running jobs fit their nodes and nobody is in two places', () => {
  holds(({ plan, commands }) => {
    const breaches: string[] = [];
    runReference(plan, commands, { onTick: (world) => breaches.push(...breachesIn(world)) });
    expect(breaches).toEqual([]);
  });
});

function breachesIn(world: World): string[] {
  const { maxAttempts, hopLimit } = world.plan.fabric;
  const found: string[] = [];
  const demand = (held: boolean, what: string) => {
    if (!held) found.push(`tick ${world.tick}: ${what}`);
  };
  for (const node of world.nodes) {
    const running = runningOn(world, node);
    demand(running.length <= node.slots, `${node.plan.id} has more jobs than slots`);
    demand(running.length === 0 || node.online, `${node.plan.id} works while offline`);
    for (const job of running) {
      demand(job.state === 'running' && job.shard === node.shard, `${job.asked.id} is in two places`);
      demand(serves(node, job), `${job.asked.id} runs where it is not served`);
    }
  }
  for (const job of world.jobs) {
    demand((job.state === 'running') === (job.node !== null), `${job.asked.id}: running is having a node`);
    demand(
      (job.state === 'transit') === (job.from !== null),
      `${job.asked.id}: transit is coming from somewhere`,
    );
    demand(
      (job.state === 'completed') === (job.remaining === 0),
      `${job.asked.id}: completed is nothing left`,
    );
    demand(job.attempts <= maxAttempts && job.hops <= hopLimit, `${job.asked.id} is beyond its bounds`);
  }
  for (const { tick, kind, b } of world.events) {
    if (tick !== world.tick || kind !== EventKind.jobAssigned) continue;
    demand(effectivePause(world, world.nodes[b].shard) === PauseMode.none, 'a paused shard assigned');
  }
  return found;
}

test('waits up to the end of a job that never started, or to its first and only start, leave nothing out', () => {
  holds(({ plan, commands }) => {
    const run = runReference(plan, commands);
    const submitted = new Map<number, number>();
    for (const { kind, a, tick } of run.events) if (kind === EventKind.jobSubmitted) submitted.set(a, tick);
    const moved = new Set(
      run.events
        .filter(({ kind }) => kind === EventKind.jobLost || kind === EventKind.jobPreempted)
        .map(({ a }) => a),
    );
    const missed = new Set(
      run.events
        .filter(({ kind, value }) => kind === EventKind.jobFailed && value === FailureReason.deadlineMissed)
        .map(({ a }) => a),
    );
    run.jobs.forEach((job, number) => {
      const from = submitted.get(number);
      // A deadline kills in step 6: that tick was still waited.
      const end = missed.has(number) ? job.endTick + 1 : job.endTick;
      const until = job.firstStartTick >= 0 ? job.firstStartTick : end;
      if (
        from === undefined ||
        job.state === 'queued' ||
        job.state === 'transit' ||
        (job.firstStartTick >= 0 && moved.has(number))
      )
        return;
      const { slot, skill, paused, transit } = job.waits;
      expect(slot + skill + paused + transit).toBe(until - from);
    });
  });
});

test('the events alone tell where every job ended', () => {
  holds(({ plan, commands }) => {
    const run = runReference(plan, commands);
    const told = run.jobs.map(() => ({ state: 'scheduled', shard: -1 }));
    const { nodes, shards } = plan.fabric;
    const shardOf = (node: number) => shards.findIndex((shard) => shard.id === nodes[node].region);
    for (const { kind, a, b } of run.events) {
      const job = told[a];
      const stands = (...states: string[]) => {
        if (!states.includes(job.state)) throw new Error(`event ${kind} met job ${a} ${job.state}`);
      };
      switch (kind) {
        case EventKind.jobSubmitted:
          stands('scheduled');
          told[a] = { state: 'queued', shard: b };
          break;
        case EventKind.jobAssigned:
          stands('queued');
          expect(job.shard).toBe(shardOf(b));
          job.state = 'running';
          break;
        case EventKind.jobLost:
        case EventKind.jobPreempted:
          stands('running');
          job.state = 'queued';
          break;
        case EventKind.jobCompleted:
          stands('running');
          job.state = 'completed';
          break;
        case EventKind.jobSpilled:
        case EventKind.jobRerouted:
          stands('queued');
          expect(job.shard).toBe(pairFrom(b));
          told[a] = { state: 'transit', shard: pairTo(b) };
          break;
        case EventKind.jobArrived:
          stands('transit');
          expect(job.shard).toBe(pairTo(b));
          job.state = 'queued';
          break;
        case EventKind.jobFailed:
          stands('queued');
          expect(job.shard).toBe(b);
          job.state = 'failed';
          break;
        case EventKind.jobCancelled:
          stands('queued', 'transit');
          expect(job.shard).toBe(b);
          job.state = 'cancelled';
          break;
      }
    }
    const expected = run.jobs.map(({ state, shard }) => ({
      state,
      shard: state === 'scheduled' ? -1 : shard,
    }));
    expect(told).toEqual(expected);
  });
});

test('every command that fell due has exactly one answer, in the order of tick and place', () => {
  holds(({ plan, commands }) => {
    const run = runReference(plan, commands);
    const answered = run.events
      .filter(({ kind }) => kind === EventKind.ownerExecuted || kind === EventKind.ownerRejected)
      .map(({ tick, a }) => [tick, a]);
    const due = commands
      .map(({ tick }, sequence) => [tick, sequence])
      .filter(([tick]) => tick <= run.lastTick)
      .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
    expect(answered).toEqual(due);
  });
});

test('the order of jobs and entries in the file does not matter', () => {
  holds(({ plan, commands }) => {
    const turned = structuredClone(plan);
    turned.fabric.workload.jobs.reverse();
    turned.fabric.workload.entries.reverse();
    expect(runReference(turned, commands)).toEqual(runReference(plan, commands));
  });
});
