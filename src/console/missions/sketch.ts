import type { Plan } from '../../plan';

export interface Sketch {
  orbits: { rx: number; ry: number }[];
  bodies: { x: number; y: number; radius: number; shard: number; name: string }[];
  /** Where overflow may go first: an SVG path from shard to shard. */
  streams: { shard: number; path: string }[];
}
export const SKETCH = { width: 320, height: 96 } as const;

/** More bodies than this would be dust in so small a picture. */
const MOST_BODIES = 24;
const LONGEST = 140;
const FLATNESS = 0.29;
/** The first bodies stand where they read best from the side; the rest follow the golden angle and never line up. */
const FIRST_ANGLES_DEGREES = [166, 312, 42, 344, 214, 128];
const GOLDEN_ANGLE_DEGREES = 137.5;

/** A small picture of a mission from its own shards: distance is latency budget, size is slots. */
export function sketchOf({ fabric }: Plan): Sketch {
  const shards = fabric.shards.slice(0, MOST_BODIES);
  const furthest = Math.max(1, ...shards.map((s) => s.latencyBudgetMs));
  const slotsOf = (id: string) =>
    fabric.nodes
      .filter((n) => n.region === id)
      .reduce((sum, n) => sum + Math.min(n.capacity, n.maxConcurrency), 0);
  const most = Math.max(1, ...shards.map((s) => slotsOf(s.id)));
  const reach = shards.map((s) => LONGEST * (0.26 + 0.74 * Math.sqrt(s.latencyBudgetMs / furthest)));
  const bodies = shards.map((shard, i) => {
    const angle = ((FIRST_ANGLES_DEGREES[i] ?? i * GOLDEN_ANGLE_DEGREES) * Math.PI) / 180;
    return {
      x: SKETCH.width / 2 + reach[i] * Math.cos(angle),
      y: SKETCH.height / 2 + reach[i] * FLATNESS * Math.sin(angle),
      radius: 4.5 + 5.5 * Math.sqrt(slotsOf(shard.id) / most),
      shard: i,
      name: shard.displayName,
    };
  });
  const orbits = [...new Set(reach)].map((rx) => ({ rx, ry: rx * FLATNESS }));
  const streams = shards.flatMap((shard, i) => {
    const target = shard.router.spilloverPolicies[0]?.target;
    const j = shards.findIndex((s) => s.id === target);
    return j < 0 || j === i ? [] : [{ shard: i, path: stream(bodies[i], bodies[j]) }];
  });
  return { orbits, bodies, streams };
}

type Point = { x: number; y: number };
/** A curve that bows away from the middle, where the director stands. */
function stream(a: Point, b: Point): string {
  const [mx, my] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const [dx, dy] = [mx - SKETCH.width / 2, my - SKETCH.height / 2];
  const away = 16 / Math.max(1, Math.hypot(dx, dy));
  return `M${round(a.x)} ${round(a.y)}Q${round(mx + dx * away)} ${round(my + dy * away)} ${round(b.x)} ${round(b.y)}`;
}
const round = (n: number): number => Math.round(n * 10) / 10;
