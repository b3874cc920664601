import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMission, preflight } from '.';

const read = (name: string) =>
  readFileSync(new URL(`../../sample-missions/${name}.json`, import.meta.url), 'utf8');

describe.each(['first-light', 'planetary-fabric'])('sample mission %s', (name) => {
  it('reads without a problem, and preflight has nothing to say', () => {
    const { mission, problems } = parseMission(read(name), `${name}.json`);
    expect(problems).toEqual([]);
    if (mission === null) throw new Error('unreachable: no problems, no mission');
    expect(preflight(mission.plan, mission.commands)).toEqual([]);
    expect(mission.plan.label).toBe(name);
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
