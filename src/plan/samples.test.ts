import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// The only look upward: what the samples promise can be seen by running them alone.
import { Engine, EventKind, FAILURE_REASONS, numbered, Outcome, pairOf, RUN_STATUSES } from '../engine';
import { parseMission, preflight } from '.';

const read = (name: string) =>
  readFileSync(new URL(`../../sample-missions/${name}.json`, import.meta.url), 'utf8');

function run(name: string): Engine {
  const { mission } = parseMission(read(name), `${name}.json`);
  if (mission === null) throw new Error(`sample ${name} cannot be read`);
  const engine = new Engine(mission.plan, numbered(mission.commands));
  engine.advanceTo(mission.plan.run.maxTicks);
  return engine;
}

function eventsOf(engine: Engine) {
  return Array.from({ length: engine.tables.log.length }, (_, seq) => engine.tables.log.row(seq));
}

describe.each(['first-light', 'planetary-fabric'])('sample mission %s', (name) => {
  it('reads without a problem, and preflight has nothing to say', () => {
    const { mission, problems } = parseMission(read(name), `${name}.json`);
    expect(problems).toEqual([]);
    if (mission === null) throw new Error('unreachable: no problems, no mission');
    expect(preflight(mission.plan, mission.commands)).toEqual([]);
    expect(mission.plan.label).toBe(name);
  });

  it('runs to its end, with every law kept and every command carried out', () => {
    const engine = run(name);
    expect(RUN_STATUSES[engine.tables.status]).toBe('completed');
    expect(engine.invariants.broken).toEqual([]);
    for (const receipt of engine.tables.receipts) {
      expect(receipt?.outcome).toBe(Outcome.executed);
      expect(receipt?.touched).toBeGreaterThan(0);
    }
  });
});

it('the planetary fabric is what it says', () => {
  const { mission } = parseMission(read('planetary-fabric'), 'planetary-fabric.json');
  const { entries, jobs } = mission?.plan.fabric.workload ?? { entries: [], jobs: [] };
  expect(entries.reduce((sum, entry) => sum + entry.count, jobs.length)).toBe(10_000);
  expect(new Set(entries.map((entry) => entry.title)).size).toBe(6);
  expect(mission?.commands).toHaveLength(12);
  expect(mission?.plan.fabric.shards.map((shard) => shard.displayName)).toEqual([
    'Earth',
    'Luna',
    'Mars',
    'Helios',
  ]);
  for (const node of mission?.plan.fabric.nodes ?? []) {
    expect(node.deployment?.image).toBeTruthy();
    expect(node.pricing?.currency).toBe('USDC');
    expect(node.compliance).not.toEqual([]);
  }
});

it('the planetary fabric sends Mars GPU work to Helios, alerts where queues build up, and loses a few', () => {
  const events = eventsOf(run('planetary-fabric'));
  const count = (kind: number, fits: (e: (typeof events)[number]) => boolean = () => true) =>
    events.filter((e) => e.kind === kind && fits(e)).length;
  const marsToHelios = pairOf(2, 3);
  expect(count(EventKind.jobSpilled, (e) => e.b === marsToHelios)).toBeGreaterThan(100);
  expect(count(EventKind.jobSpilled, (e) => e.b === marsToHelios && e.tick < 150)).toBe(0);
  expect(count(EventKind.shardAlert)).toBeGreaterThan(2);
  expect(count(EventKind.shardCalm)).toBe(count(EventKind.shardAlert));
  expect(count(EventKind.jobCompleted)).toBeGreaterThan(9_900);
  expect(count(EventKind.jobCancelled)).toBe(2);
  const lost = events.filter((e) => e.kind === EventKind.jobFailed).map((e) => FAILURE_REASONS[e.value]);
  expect(lost.length).toBeLessThan(50);
  expect(new Set(lost)).toEqual(new Set(['queue-full']));
  expect(events[events.length - 1].tick).toBeGreaterThan(500);
  expect(events[events.length - 1].tick).toBeLessThan(600);
});
