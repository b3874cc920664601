import * as fc from 'fast-check';
import { choice, list, maybe, pick, values, weighted } from './draws';

const SHARD_IDS = ['earth', 'luna', 'mars', 'helios'];

const policy = fc.record({
  target: choice,
  threshold: fc.nat(2),
  maxDrainPerTick: fc.integer({ min: 1, max: 3 }),
  requiredSkills: fc.subarray(['haul', 'assay'], { maxLength: 1 }),
  weight: fc.nat(2),
});

const shard = fc.record({
  latencyBudgetMs: values([1, 0], [2, 1000], [8, 9000]),
  maxQueue: weighted([1, fc.constant(0)], [8, fc.integer({ min: 1, max: 6 })], [2, fc.constant(40)]),
  targets: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
  hasTargets: values([5, true], [1, false]),
  router: fc.record({
    queueAlertThreshold: maybe(fc.nat(4)),
    spilloverPolicies: weighted([1, list(policy, 0, 0)], [2, list(policy, 1, 3)]),
    placement: fc.constantFrom('declared', 'cheapest', 'least-loaded'),
  }),
});

const price = fc.record({
  /** In the smallest unit; 1800 an hour makes halves to round. */
  units: fc.constantFrom(0, 1, 3, 7, 1800, 5400, 1_000_001),
  unit: fc.constantFrom('job', 'tick', 'hour'),
});

const node = fc.record({
  region: choice,
  capacity: fc.integer({ min: 1, max: 3 }),
  maxConcurrency: fc.integer({ min: 1, max: 3 }),
  specialties: values<string[]>(
    [3, ['haul']],
    [2, ['assay']],
    [4, ['haul', 'assay']],
    [8, ['general']],
    [1, ['weld', 'haul']],
    [1, []],
  ),
  compliance: values<string[]>([5, ['open']], [2, []], [1, ['open', 'sealed']]),
  pricing: maybe(price, 2, 1),
});

const link = fc.record({
  shape: values([6, 'both'], [1, 'none'], [1, 'there'], [1, 'back'], [2, 'two']),
  latencyMs: fc.constantFrom<number[]>(0, 300, 1000, 2500, 5000, 9000),
  backLatencyMs: fc.constantFrom<number[]>(0, 1000, 4000),
});

interface Link {
  from: string;
  to: string;
  latencyMs: number;
  oneWay?: boolean;
}

export const drawnFleet = fc.record({
  shards: weighted([1, list(shard, 1, 1)], [8, list(shard, 2, 4)]),
  /** One for each pair of four shards. */
  links: list(link, 6, 6),
  nodes: weighted([1, list(node, 0, 0)], [20, list(node, 1, 6)]),
  /** Whether nodes go to the shards in turn rather than anywhere. */
  inTurn: values([3, true], [1, false]),
  tickMs: values([4, 1000], [1, 300], [1, 60_000]),
});
type DrawnFleet = typeof drawnFleet extends fc.Arbitrary<infer T> ? T : never;

/** The drawn fleet as the plan's schema reads it. */
export function resolveFleet(drawn: DrawnFleet) {
  const ids = SHARD_IDS.slice(0, drawn.shards.length);
  const shards = drawn.shards.map(({ targets, hasTargets, router, ...rest }, number) => ({
    id: ids[number],
    displayName: ids[number],
    ...rest,
    spilloverTargets: hasTargets
      ? targets.filter((t) => t < ids.length && t !== number).map((t) => ids[t])
      : [],
    router: {
      ...router,
      spilloverPolicies: router.spilloverPolicies
        .slice(0, ids.length === 1 ? 0 : undefined)
        .map((p) => ({ ...p, target: pick(ids.toSpliced(number, 1), p.target) })),
    },
  }));
  return {
    tickMs: drawn.tickMs,
    currencies: { USDC: { decimals: 6 }, ORE: { decimals: 0 } },
    shards,
    links: resolveLinks(drawn, ids),
    nodes: drawn.nodes.map(({ region, pricing, ...rest }, number) => ({
      id: `node-${number}`,
      region: pick(ids, drawn.inTurn ? number : region),
      heartbeatIntervalSec: 1,
      ...rest,
      pricing: pricing && resolvePrice(pricing, (drawn.inTurn ? number : region) % ids.length),
    })),
  };
}

/** Each shard pays in one currency, so that `cheapest` never has to compare two. */
function resolvePrice({ units, unit }: Price, shard: number) {
  if (shard % 2 === 1) return { amount: String(units), currency: 'ORE', unit };
  const fraction = String(units % 1_000_000).padStart(6, '0');
  return { amount: `${Math.floor(units / 1_000_000)}.${fraction}`, currency: 'USDC', unit };
}
type Price = typeof price extends fc.Arbitrary<infer T> ? T : never;

function resolveLinks(drawn: DrawnFleet, ids: string[]): Link[] {
  const pairs = ids.flatMap((from, i) => ids.slice(i + 1).map((to) => ({ from, to })));
  return pairs.flatMap(({ from, to }, k) => {
    const { shape, latencyMs, backLatencyMs } = drawn.links[k];
    if (shape === 'none') return [];
    if (shape === 'both') return [{ from, to, latencyMs }];
    const there = { from, to, latencyMs, oneWay: true };
    const back = { from: to, to: from, latencyMs: backLatencyMs, oneWay: true };
    if (shape === 'there') return [there];
    return shape === 'back' ? [back] : [there, back];
  });
}
