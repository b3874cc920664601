import * as fc from 'fast-check';
import { choice, list, maybe, pick, values, weighted } from './draws';

/** Mostly while the jobs are about; sometimes just after a short run, or long after any. */
const tick = weighted([4, fc.nat(12)], [6, fc.nat(40)], [1, fc.integer({ min: 30, max: 260 })]);
const mode = maybe(fc.constantFrom('drain', 'freeze'));
const span = maybe(fc.integer({ min: 1, max: 12 }), 3, 1);
/** Ticks after a job is about to come; absent where the command does not care. */
const delay = maybe(fc.integer({ min: 1, max: 10 }), 4, 1);

const kind = <T extends string>(...types: T[]) => fc.constantFrom(...types);

/** Nodes, shards and jobs are still choices here; a pause may bring its own resume. */
const command = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: kind('system.pause'), mode, span }) },
  { weight: 10, arbitrary: fc.record({ type: kind('shard.pause'), shard: choice, mode, span }) },
  { weight: 1, arbitrary: fc.record({ type: kind('system.resume') }) },
  { weight: 2, arbitrary: fc.record({ type: kind('shard.resume'), shard: choice }) },
  { weight: 6, arbitrary: fc.record({ type: kind('node.recover'), node: choice }) },
  { weight: 10, arbitrary: fc.record({ type: kind('fault.inject'), node: choice, span }) },
  { weight: 15, arbitrary: fc.record({ type: kind('job.cancel'), job: choice, delay }) },
  { weight: 40, arbitrary: fc.record({ type: kind('job.reroute'), job: choice, shard: choice, delay }) },
  { weight: 4, arbitrary: fc.record({ type: kind('checkpoint.save') }) },
  { weight: 1, arbitrary: fc.record({ type: kind('run.stop') }) },
);

/** Now and then the same command twice in a row. */
const step = fc.record({ tick, command, times: values([9, 1], [1, 2]) });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** In no order of ticks: a file need not be sorted. */
export const drawnCommands = list(step, 0, 14);

export interface Cast {
  shards: string[];
  nodes: string[];
  /** Each with the tick at which it roughly comes. */
  jobs: { id: string; tick: number }[];
}

/** The drawn commands as the schedule's schema reads them. */
export function resolveCommands(drawn: Step[], cast: Cast) {
  return drawn.flatMap((each) => Array.from({ length: each.times }, () => resolve(each, cast)).flat());
}

function resolve({ tick, command }: Step, cast: Cast): { tick: number; command: object }[] {
  const ghost = 'nobody';
  const { type } = command;
  switch (type) {
    case 'system.pause':
      return [
        { tick, command: { type, mode: command.mode } },
        ...later(tick, command.span, { type: 'system.resume' }),
      ];
    case 'shard.pause': {
      const shard = pick(cast.shards, command.shard, ghost);
      return [
        { tick, command: { type, shard, mode: command.mode } },
        ...later(tick, command.span, { type: 'shard.resume', shard }),
      ];
    }
    case 'shard.resume':
      return [{ tick, command: { type, shard: pick(cast.shards, command.shard, ghost) } }];
    case 'node.recover':
      return [{ tick, command: { type, nodeId: pick(cast.nodes, command.node, ghost) } }];
    case 'fault.inject': {
      const node = pick(cast.nodes, command.node, ghost);
      return [{ tick, command: { type, fault: { type: 'node.outage', node, forTicks: command.span } } }];
    }
    case 'job.cancel':
    case 'job.reroute': {
      const job = pick(cast.jobs, command.job, { id: ghost, tick });
      const when = command.delay === undefined ? tick : job.tick + command.delay;
      const target = type === 'job.reroute' ? { targetShard: pick(cast.shards, command.shard, ghost) } : {};
      return [{ tick: when, command: { type, jobId: job.id, ...target } }];
    }
    default:
      return [{ tick, command: { type } }];
  }
}

function later(tick: number, span: number | undefined, command: object) {
  return span === undefined ? [] : [{ tick: tick + span, command }];
}
