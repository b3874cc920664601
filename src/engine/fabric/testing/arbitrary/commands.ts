import * as fc from 'fast-check';
import { choice, list, maybe, pick, values, weighted } from './draws';

/** Mostly while the jobs are about; sometimes just after a short run, or long after any. */
const tick = weighted([4, fc.nat(12)], [6, fc.nat(40)], [1, fc.integer({ min: 30, max: 260 })]);

const mode = maybe(fc.constantFrom('drain', 'freeze'));

/** Nodes, shards and jobs are still choices here. */
const command = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ type: fc.constantFrom('system.pause' as const, 'system.resume' as const), mode }),
  },
  {
    weight: 25,
    arbitrary: fc.record({
      type: fc.constantFrom('shard.pause' as const, 'shard.resume' as const),
      shard: choice,
      mode,
    }),
  },
  { weight: 10, arbitrary: fc.record({ type: fc.constant('node.recover' as const), node: choice }) },
  {
    weight: 15,
    arbitrary: fc.record({
      type: fc.constant('fault.inject' as const),
      node: choice,
      forTicks: maybe(fc.integer({ min: 1, max: 12 }), 3, 1),
    }),
  },
  { weight: 20, arbitrary: fc.record({ type: fc.constant('job.cancel' as const), job: choice }) },
  {
    weight: 35,
    arbitrary: fc.record({ type: fc.constant('job.reroute' as const), job: choice, shard: choice }),
  },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('checkpoint.save' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('run.stop' as const) }) },
);
type DrawnCommand = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** In no order of ticks: a file need not be sorted. Now and then the same command twice in a row. */
export const drawnCommands = list(fc.record({ tick, command, times: values([9, 1], [1, 2]) }), 0, 14);
type DrawnCommands = typeof drawnCommands extends fc.Arbitrary<infer T> ? T : never;

export interface Ids {
  shards: string[];
  nodes: string[];
  jobs: string[];
}

/** The drawn commands as the schedule's schema reads them. */
export function resolveCommands(drawn: DrawnCommands, ids: Ids) {
  return drawn.flatMap((each) =>
    Array.from({ length: each.times }, () => ({ tick: each.tick, command: resolve(each.command, ids) })),
  );
}

function resolve(drawn: DrawnCommand, ids: Ids) {
  const ghost = 'nobody';
  switch (drawn.type) {
    case 'system.pause':
      return { type: drawn.type, mode: drawn.mode };
    case 'shard.pause':
      return { type: drawn.type, shard: pick(ids.shards, drawn.shard, ghost), mode: drawn.mode };
    case 'shard.resume':
      return { type: drawn.type, shard: pick(ids.shards, drawn.shard, ghost) };
    case 'node.recover':
      return { type: drawn.type, nodeId: pick(ids.nodes, drawn.node, ghost) };
    case 'fault.inject': {
      const node = pick(ids.nodes, drawn.node, ghost);
      return { type: drawn.type, fault: { type: 'node.outage', node, forTicks: drawn.forTicks } };
    }
    case 'job.cancel':
      return { type: drawn.type, jobId: pick(ids.jobs, drawn.job, ghost) };
    case 'job.reroute':
      return {
        type: drawn.type,
        jobId: pick(ids.jobs, drawn.job, ghost),
        targetShard: pick(ids.shards, drawn.shard, ghost),
      };
    default:
      return { type: drawn.type };
  }
}
