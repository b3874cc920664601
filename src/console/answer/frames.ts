import { COUNT_FIELDS, FLOW_FIELDS, type Frame, NODE_FIELDS, SHARD_FIELDS } from '../../report';

export type ShardNow = Record<(typeof SHARD_FIELDS)[number], number>;
export type NodeNow = Record<(typeof NODE_FIELDS)[number], number>;
export type FlowNow = Record<(typeof FLOW_FIELDS)[number], number>;
export type CountsNow = Record<(typeof COUNT_FIELDS)[number], number>;

function row<K extends string>(fields: readonly K[], values: Float64Array, index: number): Record<K, number> {
  const out = {} as Record<K, number>;
  for (let i = 0; i < fields.length; i++) out[fields[i] as K] = values[index * fields.length + i] ?? 0;
  return out;
}

export const shardNow = (frame: Frame, shard: number): ShardNow => row(SHARD_FIELDS, frame.shards, shard);
export const nodeNow = (frame: Frame, node: number): NodeNow => row(NODE_FIELDS, frame.nodes, node);
export const countsNow = (frame: Frame): CountsNow => row(COUNT_FIELDS, frame.counts, 0);
export const flowsNow = (frame: Frame): FlowNow[] =>
  Array.from({ length: frame.flows.length / FLOW_FIELDS.length }, (_, i) => row(FLOW_FIELDS, frame.flows, i));

/** Share of the slots that could work which do; a shard whose nodes are all gone is not busy. */
export const busyShare = (s: ShardNow): number =>
  s.activeSlots > 0 ? Math.min(1, s.usedSlots / s.activeSlots) : 0;

const HUES = 12;
/** The hue of a shard everywhere in the console, as a CSS value. */
export const shardColour = (shard: number): string => `var(--shard-${shard % HUES})`;
