import type { z } from 'zod';
import { type mission, type Plan, plan, type ScheduledCommand } from '../../../plan';
import { EVENT_NAMES, type EventKind } from '../events';
import type { ReferenceEvent } from './reference';

type MissionFile = z.input<typeof mission>;
type Fabric = MissionFile['fabric'];
type Shard = Fabric['shards'][number];
type Node = Fabric['nodes'][number];
type Job = NonNullable<Fabric['workload']['jobs']>[number];

/** A shard that is no obstacle: room for 100 jobs, a budget of 10 s, no alert. */
export const shard = (id: string, rest: Partial<Shard> = {}): Shard => ({
  id,
  displayName: id,
  latencyBudgetMs: 10_000,
  maxQueue: 100,
  ...rest,
  router: { queueAlertThreshold: 100, ...rest.router },
});

/** A node with one slot that serves any skill. */
export const node = (id: string, region: string, rest: Partial<Node> = {}): Node => ({
  id,
  region,
  capacity: rest.maxConcurrency ?? 1,
  maxConcurrency: rest.capacity ?? 1,
  specialties: ['general'],
  heartbeatIntervalSec: 1,
  ...rest,
});

/** A job at tick 0 that needs no skill. */
export const job = (
  id: string,
  home: string,
  estimatedDurationTicks: number,
  rest: Partial<Job> = {},
): Job => ({
  id,
  shard: home,
  estimatedDurationTicks,
  value: 1,
  ...rest,
});

/** A link of so many ticks of 1000 ms. */
export const link = (from: string, to: string, transitTicks = 1) => ({
  from,
  to,
  latencyMs: transitTicks * 1000,
});

type Parts = Omit<Partial<Fabric>, 'workload'> & {
  shards: Shard[];
  jobs: Job[];
  run?: MissionFile['run'];
  entries?: Fabric['workload']['entries'];
};

/** A plan of a few parts, everything else by default. */
export function tinyPlan({ jobs, entries, run, nodes = [], ...fabric }: Parts): Plan {
  return plan.parse({
    format: 'orrery.mission/1',
    title: 'Tiny',
    label: 'tiny',
    run,
    fabric: { ...fabric, nodes, workload: { jobs, entries } },
  });
}

/** A schedule written as [tick, command]. */
export function schedule(...commands: [number, ScheduledCommand['command']][]): ScheduledCommand[] {
  return commands.map(([tick, command]) => ({ tick, command }));
}

/** Events as lines "tick name a b value"; only those whose name contains `about`. */
export function lines(events: ReferenceEvent[], about = ''): string[] {
  return events
    .filter(({ kind }) => EVENT_NAMES[kind as EventKind].includes(about))
    .map(({ tick, kind, a, b, value }) => `${tick} ${EVENT_NAMES[kind as EventKind]} ${a} ${b} ${value}`);
}
