import { FLOW_FIELDS, type Frame, NODE_FIELDS, type RunDescription, SHARD_FIELDS } from '../../report';
import { DESCRIPTION } from './mission';

/** A made-up fabric of many shards with moving numbers: to see whether the Orrery stays smooth and readable. */
export function manyShards(count: number): { description: RunDescription; frame(tick: number): Frame } {
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const shards = Array.from({ length: count }, (_, i) => ({
    id: `shard-${i}`,
    displayName: `Station ${i + 1}`,
    latencyBudgetMs: 60 + Math.floor(random() ** 2 * 1800),
    maxQueue: 1000,
    startTargetTicks: 60,
  }));
  const nodes = shards.flatMap((s, i) =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, (_, k) => ({
      id: `${s.id}.${k}`,
      shard: i,
      slots: 4 + Math.floor(random() * 30),
    })),
  );
  const pairs = Array.from({ length: count }, (_, i) => [i, Math.floor(random() * count)]).filter(
    ([a, b]) => a !== b,
  );
  const frame = (tick: number): Frame => {
    const shardRows = new Float64Array(count * SHARD_FIELDS.length);
    shards.forEach((s, i) => {
      const slots = nodes.filter((n) => n.shard === i).reduce((sum, n) => sum + n.slots, 0);
      const wave = 0.5 + 0.5 * Math.sin(tick / 30 + i);
      const queued = Math.floor(s.maxQueue * wave * ((i % 5) / 4));
      const row = [
        queued,
        0,
        slots,
        Math.floor(slots * (1 - wave * 0.6)),
        slots,
        tick * 3,
        0,
        0,
        0,
        queued > 750 ? 1 : 0,
        1000,
      ];
      shardRows.set(row, i * SHARD_FIELDS.length);
    });
    const nodeRows = new Float64Array(nodes.length * NODE_FIELDS.length);
    nodes.forEach((n, i) => {
      nodeRows.set([(i * 31) % 17 === 0 ? 1 : 0, n.slots / 2, n.slots, n.shard], i * NODE_FIELDS.length);
    });
    const flows = new Float64Array(pairs.length * FLOW_FIELDS.length);
    pairs.forEach(([a = 0, b = 0], i) => {
      flows.set([a, b, 20 + i, i % 3, (i * 7) % 40], i * FLOW_FIELDS.length);
    });
    return {
      tick,
      status: 'running',
      events: tick * 10,
      counts: new Float64Array(7),
      shards: shardRows,
      nodes: nodeRows,
      flows,
      ticksPerSecond: 30,
    };
  };
  return {
    description: { ...DESCRIPTION, shards, nodes: nodes.map(({ id, shard }) => ({ id, shard })) },
    frame,
  };
}
