import { describe, expect, test } from 'vitest';
import { Engine, numbered } from '../engine';
import { planWithDefaults } from '../plan';
import { estimateOf } from './estimate';
import { sample, tinyMission } from './testing/missions';

describe.each(['first-light', 'planetary-fabric'] as const)('%s', (name) => {
  test('is estimated within a fifth', () => {
    const { plan, commands } = sample(name);
    const engine = new Engine(plan, numbered(commands));
    engine.advanceTo(plan.run.maxTicks);
    const { ticks, jobs } = estimateOf(plan);
    expect(jobs).toBe(engine.tables.jobs.count);
    expect(ticks).toBeGreaterThan(0.8 * engine.tick);
    expect(ticks).toBeLessThan(1.2 * engine.tick);
  });
});

test('time and memory grow with the jobs, and an end by count of ticks is kept', () => {
  const { plan } = tinyMission();
  const [entry] = plan.fabric.workload.entries;
  const large = structuredClone(plan);
  large.fabric.workload.entries = [{ ...entry, count: 1_000_000 }];
  const estimate = estimateOf(large);
  expect(estimate.jobs).toBe(1_000_000 + plan.fabric.workload.jobs.length);
  expect(estimate.memoryBytes).toBeGreaterThan(100_000_000);
  expect(estimate.engineMs).toBeGreaterThan(1_000);
  expect(estimateOf(planWithDefaults({ ...large, run: { stopAfterTicks: 50 } })).ticks).toBe(50);
});
