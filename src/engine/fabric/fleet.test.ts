import { describe, expect, it } from 'vitest';
import { Fleet } from './fleet';
import type { JobClass } from './job-classes';
import { link, node, shard, tinyPlan } from './testing/tiny';

const classes: JobClass[] = [
  { name: 'anything', skills: [], compliance: [] },
  { name: 'haul', skills: ['haul'], compliance: [] },
  { name: 'haul + assay', skills: ['assay', 'haul'], compliance: [] },
  { name: 'haul + open certified', skills: ['haul'], compliance: ['open'] },
];

const fleet = new Fleet(
  tinyPlan({
    tickMs: 250,
    currencies: { EUR: { decimals: 2 }, USDC: { decimals: 6 } },
    shards: [
      shard('a', {
        maxQueue: 7,
        spilloverTargets: ['c', 'b'],
        router: {
          spilloverPolicies: [
            { target: 'b', threshold: 5, weight: 1 },
            { target: 'c', threshold: 5, weight: 3, requiredSkills: ['haul'] },
            { target: 'b', threshold: 2 },
            { target: 'c', threshold: 5, weight: 3 },
          ],
        },
      }),
      shard('b', { maxQueue: 7, router: { queueAlertThreshold: undefined } }),
      shard('c', { maxQueue: 1 }),
    ],
    links: [
      { from: 'a', to: 'b', latencyMs: 1001 },
      { from: 'b', to: 'c', latencyMs: 250, oneWay: true },
      { from: 'c', to: 'a', latencyMs: 0 },
    ],
    nodes: [
      node('n0', 'b', { specialties: ['haul'], capacity: 3, maxConcurrency: 2 }),
      node('n1', 'a', { specialties: ['haul'], capacity: 2, maxConcurrency: 3 }),
      node('n2', 'b', {
        specialties: ['general'],
        pricing: { amount: '0.5', currency: 'USDC', unit: 'hour' },
      }),
      node('n3', 'b', { specialties: ['haul', 'haul'], compliance: [] }),
      node('n4', 'b', { specialties: ['haul', 'assay'], compliance: ['open'] }),
    ],
    jobs: [],
  }).fabric,
  classes,
);

describe('Fleet', () => {
  it('numbers shards and nodes in the order of the plan', () => {
    expect(fleet.shards.map((s) => s.id)).toEqual(['a', 'b', 'c']);
    expect([fleet.findShard('c'), fleet.findShard('x')]).toEqual([2, -1]);
    expect([fleet.findNode('n3'), fleet.findNode('a')]).toEqual([3, -1]);
    expect(fleet.nodes.map((n) => n.region)).toEqual([1, 0, 1, 1, 1]);
  });

  it('gives a node the smaller of its capacity and concurrency as slots', () => {
    expect(fleet.nodes.map((n) => n.slots)).toEqual([2, 2, 1, 1, 1]);
  });

  it('knows which node serves which class: all skills or general, and all compliance', () => {
    const serves = fleet.nodes.map((_, n) => classes.map((_, c) => fleet.serves(n, c)));
    expect(serves).toEqual([
      [true, true, false, false],
      [true, true, false, false],
      [true, true, true, false],
      [true, true, false, false],
      [true, true, true, true],
    ]);
  });

  it('finds for every shard and class just the nodes that serve it', () => {
    for (let s = 0; s < fleet.shards.length; s++) {
      for (let c = 0; c < classes.length; c++) {
        const found = fleet.kindsFor[s * classes.length + c].flatMap((k) => fleet.kinds[k].members);
        const expected = [0, 1, 2, 3, 4].filter((n) => fleet.nodes[n].region === s && fleet.serves(n, c));
        expect(found.sort((x, y) => x - y)).toEqual(expected);
      }
    }
    for (const [n, { kind, rank }] of fleet.nodes.entries()) expect(fleet.kinds[kind].members[rank]).toBe(n);
  });

  it('measures links both ways unless they are one-way, and no link as -1', () => {
    const [a, b, c] = [0, 1, 2];
    expect([fleet.latencyBetween(a, b), fleet.latencyBetween(b, a)]).toEqual([1001, 1001]);
    expect([fleet.latencyBetween(b, c), fleet.latencyBetween(c, b)]).toEqual([250, -1]);
    expect([fleet.transitTicks(a, b), fleet.transitTicks(b, c), fleet.transitTicks(c, a)]).toEqual([5, 1, 1]);
  });

  it('orders policies by threshold, heavier first, then as declared, and knows what they match', () => {
    expect(fleet.shards[0].policies.map((p) => [p.threshold, p.target, [...p.matches]])).toEqual([
      [2, 1, [1, 1, 1, 1]],
      [5, 2, [0, 1, 1, 1]],
      [5, 2, [1, 1, 1, 1]],
      [5, 1, [1, 1, 1, 1]],
    ]);
    expect(fleet.shards[0].spilloverTargets).toEqual([2, 1]);
  });

  it('raises the alert at three quarters of the queue unless told otherwise', () => {
    expect(fleet.shards.map((s) => s.alertThreshold)).toEqual([100, 5, 100]);
  });

  it('reads prices in smallest units of their currency', () => {
    expect(fleet.nodes[2].price).toEqual({ amount: 500_000, currency: 1, unit: 'hour' });
    expect(fleet.nodes[0].price).toBeNull();
  });

  it('refuses a plan that preflight would refuse', () => {
    const broken = tinyPlan({ shards: [shard('a')], links: [link('a', 'x')], jobs: [] });
    expect(() => new Fleet(broken.fabric, [])).toThrow('shard x exists');
  });
});
