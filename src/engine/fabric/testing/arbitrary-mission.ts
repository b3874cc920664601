import * as fc from 'fast-check';
import { type Mission, mission, type Plan, plan, type ScheduledCommand } from '../../../plan';
import { drawnCommands, resolveCommands } from './arbitrary/commands';
import { choice, list, maybe, pick, values, weighted } from './arbitrary/draws';
import { drawnFleet, resolveFleet } from './arbitrary/fleet';
import { drawnWorkload, resolveWorkload } from './arbitrary/workload';

export interface SmallMission {
  plan: Plan;
  commands: ScheduledCommand[];
}

const fault = fc.record({
  node: choice,
  atTick: weighted([4, fc.nat(20)], [1, fc.nat(60)]),
  forTicks: maybe(fc.integer({ min: 1, max: 15 }), 5, 2),
});

const drawn = fc.record({
  fleet: drawnFleet,
  workload: drawnWorkload,
  faults: weighted([1, list(fault, 0, 0)], [3, list(fault, 1, 6)]),
  commands: drawnCommands,
  rules: fc.record({
    unservablePatienceTicks: fc.integer({ min: 1, max: 12 }),
    maxAttempts: fc.integer({ min: 1, max: 3 }),
    hopLimit: weighted([1, fc.constant(0)], [4, fc.integer({ min: 1, max: 4 })]),
    onNodeLoss: fc.constantFrom('keep', 'restart'),
    deadlinesKill: values([2, false], [1, true]),
  }),
  run: fc.record({
    maxTicks: weighted([4, fc.constant(200)], [1, fc.integer({ min: 1, max: 40 })]),
    stopAfterTicks: maybe(fc.integer({ min: 1, max: 60 }), 1, 6),
    checkpointIntervalTicks: maybe(fc.integer({ min: 1, max: 20 })),
  }),
  seed: fc.constantFrom('orrery', 'a', 'b', 'c', 'd'),
});

/**
 * Small missions, at most 200 ticks, in which something goes wrong as often as it can: tight queues, missing links,
 * fleets that lack a skill, outages, and owners who name what is not there. Valid under the plan's schema.
 */
export const arbitraryMission: fc.Arbitrary<SmallMission> = drawn.map((parts) => {
  const fleet = resolveFleet(parts.fleet);
  const ids = { shards: fleet.shards.map((s) => s.id), nodes: fleet.nodes.map((n) => n.id) };
  const { workload, about } = resolveWorkload(parts.workload, ids.shards);
  const faults = parts.faults
    .slice(0, ids.nodes.length === 0 ? 0 : undefined)
    .map((each) => ({ type: 'node.outage', ...each, node: pick(ids.nodes, each.node) }));
  return asParsed({
    format: 'orrery.mission/1',
    title: 'Small mission',
    label: 'small',
    seed: parts.seed,
    run: parts.run,
    fabric: { ...fleet, workload, faults, ...parts.rules },
    commands: resolveCommands(parts.commands, { ...ids, jobs: about }),
  });
});

/** What a file with this mission in it would be read as. */
function asParsed(file: object): SmallMission {
  const { commands, ...rest }: Mission = mission.parse(JSON.parse(JSON.stringify(file)));
  return { plan: plan.parse(rest), commands };
}
