import { compareUtf8, type FabricPlan, serves as nodeServes } from '../../plan';
import { assert } from '../kernel/assert';
import type { JobClass } from './job-classes';
import { type Price, toSmallest } from './money';

export interface SpillPolicy {
  target: number;
  threshold: number;
  maxDrainPerTick: number;
  /** Per class: whether a job of it has all the skills this policy asks for. */
  matches: Uint8Array;
}

/** One shard as the engine sees it: numbers for names. */
export interface Shard {
  id: string;
  displayName: string;
  latencyBudgetMs: number;
  startTargetTicks: number;
  maxQueue: number;
  alertThreshold: number;
  spilloverTargets: number[];
  /** In the order they are tried. */
  policies: SpillPolicy[];
  placement: 'declared' | 'cheapest' | 'least-loaded';
}

/**
 * Nodes of one shard with equal specialties and compliance, so that what one serves all serve; where the shard
 * places by cost or by load, of equal price or slots too, so that the best of a kind is found without a search.
 */
export interface NodeKind {
  shard: number;
  /** Node numbers, ascending. */
  members: number[];
  /** Per class: 1 when its members serve it. */
  serves: Uint8Array;
}

export interface Node {
  id: string;
  region: number;
  slots: number;
  price: Price | null;
  kind: number;
  /** Place among the members of its kind. */
  rank: number;
}

/** Shards, nodes and links of a plan as numbers; what a run changes of them lives in the tables. */
export class Fleet {
  readonly shards: Shard[];
  readonly nodes: Node[];
  readonly kinds: NodeKind[] = [];
  /** Kinds of each shard that serve each class: `kindsFor[shard * classes + class]`. */
  readonly kindsFor: number[][];
  readonly currencies: { id: string; decimals: number }[];
  readonly tickMs: number;
  /** Milliseconds from shard to shard, -1 where no link leads: `latencyMs[from * shards + to]`. */
  readonly latencyMs: Float64Array;
  private readonly shardNumbers: Map<string, number>;
  private readonly nodeNumbers: Map<string, number>;

  constructor(
    plan: FabricPlan,
    readonly classes: readonly JobClass[],
  ) {
    this.tickMs = plan.tickMs;
    // Names have no order of their own in a file; the bytes give them one, as in plan.json.
    this.currencies = Object.entries(plan.currencies)
      .map(([id, { decimals }]) => ({ id, decimals }))
      .sort((x, y) => compareUtf8(x.id, y.id));
    this.shardNumbers = new Map(plan.shards.map((s, i) => [s.id, i]));
    this.nodeNumbers = new Map(plan.nodes.map((n, i) => [n.id, i]));
    this.shards = plan.shards.map((shard) => ({
      id: shard.id,
      displayName: shard.displayName,
      latencyBudgetMs: shard.latencyBudgetMs,
      startTargetTicks: shard.startTargetTicks,
      maxQueue: shard.maxQueue,
      alertThreshold: shard.router.queueAlertThreshold ?? Math.floor((shard.maxQueue * 3) / 4),
      spilloverTargets: shard.spilloverTargets.map((id) => this.knownShard(id)),
      policies: shard.router.spilloverPolicies
        .map((policy, place) => ({ policy, place }))
        .sort(
          (x, y) =>
            x.policy.threshold - y.policy.threshold || y.policy.weight - x.policy.weight || x.place - y.place,
        )
        .map(({ policy }) => ({
          target: this.knownShard(policy.target),
          threshold: policy.threshold,
          maxDrainPerTick: policy.maxDrainPerTick,
          matches: Uint8Array.from(classes, (c) =>
            policy.requiredSkills.every((s) => c.skills.includes(s)) ? 1 : 0,
          ),
        })),
      placement: shard.router.placement,
    }));
    const S = this.shards.length;
    this.latencyMs = new Float64Array(S * S).fill(-1);
    for (const link of plan.links) {
      const from = this.knownShard(link.from);
      const to = this.knownShard(link.to);
      this.latencyMs[from * S + to] = link.latencyMs;
      if (!link.oneWay) this.latencyMs[to * S + from] = link.latencyMs;
    }
    const kindByKey = new Map<string, number>();
    this.nodes = plan.nodes.map((node, number) => {
      const region = this.knownShard(node.region);
      const slots = Math.min(node.capacity, node.maxConcurrency);
      const { placement } = this.shards[region];
      const key = JSON.stringify([
        region,
        [...new Set(node.specialties)],
        [...new Set(node.compliance)],
        placement === 'cheapest' && node.pricing,
        placement === 'least-loaded' && slots,
      ]);
      let kind = kindByKey.get(key);
      if (kind === undefined) {
        const serves = Uint8Array.from(classes, (c) =>
          nodeServes(node, { requiredSkills: c.skills, requiredCompliance: c.compliance }) ? 1 : 0,
        );
        kind = this.kinds.push({ shard: region, members: [], serves }) - 1;
        kindByKey.set(key, kind);
      }
      const rank = this.kinds[kind].members.push(number) - 1;
      return {
        id: node.id,
        region,
        slots,
        price: this.priceOf(node.pricing),
        kind,
        rank,
      };
    });
    this.kindsFor = Array.from({ length: S * classes.length }, () => []);
    this.kinds.forEach((kind, k) => {
      for (let c = 0; c < classes.length; c++)
        if (kind.serves[c] === 1) this.kindsFor[kind.shard * classes.length + c].push(k);
    });
  }

  /** The shard of this id, or -1. */
  findShard(id: string): number {
    return this.shardNumbers.get(id) ?? -1;
  }
  /** The node of this id, or -1. */
  findNode(id: string): number {
    return this.nodeNumbers.get(id) ?? -1;
  }
  latencyBetween(from: number, to: number): number {
    return this.latencyMs[from * this.shards.length + to];
  }
  /** Ticks a job is on its way over an existing link. */
  transitTicks(from: number, to: number): number {
    return Math.max(1, Math.ceil(this.latencyBetween(from, to) / this.tickMs));
  }
  serves(node: number, jobClass: number): boolean {
    return this.kinds[this.nodes[node].kind].serves[jobClass] === 1;
  }

  private knownShard(id: string): number {
    const number = this.findShard(id);
    assert(number >= 0, `shard ${id} exists (preflight)`);
    return number;
  }

  private priceOf(
    pricing: { amount: string; currency: string; unit: Price['unit'] } | undefined,
  ): Price | null {
    if (pricing === undefined) return null;
    const currency = this.currencies.findIndex((c) => c.id === pricing.currency);
    assert(currency >= 0, `currency ${pricing.currency} exists (preflight)`);
    return {
      amount: toSmallest(pricing.amount, this.currencies[currency].decimals),
      currency,
      unit: pricing.unit,
    };
  }
}
