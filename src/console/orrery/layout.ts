import {
  type Box,
  boxesTouch,
  boxInside,
  boxTouchesCircle,
  type Circle,
  fromPolar,
  type Orbit,
  type Point,
  toPolar,
} from './geometry';
import { type Label, placeLabels } from './labels';
import { type Moons, placeMoons } from './moons';
import { type Placed, relax } from './relax';
import { ringScale, ringsShown } from './rings';

/** A shard as the picture needs it. `slots` is what its nodes offer together, `nodes` how many they are. */
export interface OrreryShard {
  name: string;
  latencyBudgetMs: number;
  slots: number;
  nodes: number;
}
export interface OrreryBody extends Point {
  /** Radius of the ring that shows how busy it is. */
  ring: number;
  /** Everything of the body, moons included, lies within this radius. */
  extent: number;
  label: Label | null;
  /** Null where bodies are too small for moons. */
  moons: Moons | null;
}
export interface OrreryRing {
  ms: number;
  rx: number;
  ry: number;
  label: Point | null;
}
export interface OrreryLayout {
  width: number;
  height: number;
  orbit: Orbit;
  director: Circle;
  rings: OrreryRing[];
  bodies: OrreryBody[];
  /** `small`: too many to name or to give moons; a hover tells the rest. */
  scale: 'large' | 'small';
  /** Multiplies strokes and distances within a body; 1 at four shards on a desk. */
  unit: number;
}

/** Above this many shards, bodies carry no names and no moons. */
export const MANY_SHARDS = 24;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const ROTATIONS = 12;
/** Parts of a body outside its ring at unit 1: queue arc, then moons. */
export const QUEUE_AT = 10;
const MOON_EXTENT = 28;
const SMALL_EXTENT = 5;
const RING_AT_ONE = 28;

/** Places everything that does not change while a run goes on. Pure; sizes in pixels. */
export function layoutOrrery(shards: readonly OrreryShard[], width: number, height: number): OrreryLayout {
  const scale = shards.length > MANY_SHARDS ? 'small' : 'large';
  if (scale === 'small') return attempt(shards, width, height, scale, 0).layout;
  let best = attempt(shards, width, height, scale, 0);
  for (let turn = 1; turn < ROTATIONS; turn++) {
    const next = attempt(shards, width, height, scale, turn);
    if (next.score > best.score) best = next;
  }
  return best.layout;
}

function attempt(
  shards: readonly OrreryShard[],
  width: number,
  height: number,
  scale: OrreryLayout['scale'],
  turn: number,
): { layout: OrreryLayout; score: number } {
  const named = scale === 'large';
  const mostSlots = Math.max(1, ...shards.map((s) => s.slots));
  const size = (s: OrreryShard) => 0.7 + 0.42 * Math.sqrt(s.slots / mostSlots);
  // A third of the picture for bodies leaves room for names and for the eye.
  const roomy = Math.sqrt((0.3 * (width / 2) * (height / 2)) / Math.max(1, shards.length));
  const unit0 = named
    ? Math.min(1, Math.min(width, height) / 560, roomy / (RING_AT_ONE + MOON_EXTENT))
    : Math.min(0.5, Math.max(0.05, (roomy - SMALL_EXTENT) / RING_AT_ONE));
  const around = named ? MOON_EXTENT * unit0 : Math.min(SMALL_EXTENT, SMALL_EXTENT * unit0 * 4);
  const largest = RING_AT_ONE * 1.12 * unit0 + around;
  // Names stand beside the bodies: on a desk the outermost ring leaves them room, on a phone they go above or below.
  const side = named ? Math.min(84, Math.max(12, (width - 520) / 5)) : largest + 8;
  const rx = Math.max(20, width / 2 - side);
  const ry = Math.max(20, height / 2 - (named ? 12 : largest + 8));
  const orbit: Orbit = {
    x: width / 2,
    y: height / 2,
    rx: Math.min(rx, ry * 1.5),
    ry: Math.min(ry, rx * 1.25),
  };
  const director: Circle = { x: orbit.x, y: orbit.y, r: Math.min(16, 22 * unit0 + 3) };
  const innermost = Math.min(0.6, Math.max(0.22, (largest + director.r + 6) / orbit.rx));

  const place = ringScale(shards.map((s) => s.latencyBudgetMs));
  const wanted = (ms: number) => innermost + (1 - innermost) * place(ms);
  const bodies: Placed[] = shards.map((s, i) => {
    const angle = i * GOLDEN_ANGLE + (turn * 2 * Math.PI) / ROTATIONS + 3.6;
    const share = wanted(s.latencyBudgetMs);
    return { ...fromPolar(orbit, share, angle), r: RING_AT_ONE * unit0 * size(s) + around, wanted: share };
  });
  const shown = ringsShown(shards.map((s) => s.latencyBudgetMs));
  // Among many small bodies the numbers of the rings would find no place later: they keep theirs from the start.
  const kept = named ? [] : shown.map((ms) => ({ x: orbit.x, y: orbit.y + orbit.ry * wanted(ms), r: 20 }));
  const room = { orbit, innermost: innermost * 0.8, gap: named ? 14 * unit0 : 2, width, height };
  const factor = relax(bodies, [director, ...kept], room);
  const unit = unit0 * factor;

  const labels = named
    ? placeLabels(
        bodies.map((b, i) => ({
          ...b,
          name: (shards[i] as OrreryShard).name,
          solid: b.r - (MOON_EXTENT - QUEUE_AT - 3) * unit,
        })),
        director,
        width,
        height,
      )
    : bodies.map(() => null);
  const rings: OrreryRing[] = shown.map((ms) => {
    const share = wanted(ms);
    return { ms, rx: orbit.rx * share, ry: orbit.ry * share, label: null };
  });
  const boxes = labels.flatMap((l) => (l === null ? [] : [l.box]));
  placeRingLabels(rings, orbit, bodies, boxes, director, width, height);
  const layout: OrreryLayout = {
    width,
    height,
    orbit,
    director,
    rings,
    bodies: bodies.map((b, i) => {
      const ring = b.r - around * factor;
      const label = labels[i] ?? null;
      const moons = named
        ? placeMoons(ring, label?.side ?? null, (shards[i] as OrreryShard).nodes, unit)
        : null;
      return { x: b.x, y: b.y, ring, extent: b.r, label, moons };
    }),
    scale,
    unit,
  };
  const strayed = bodies.reduce((sum, b) => sum + Math.abs(toPolar(b, orbit).share - b.wanted), 0);
  return { layout, score: score(layout) - strayed * 60 - turn * 1e-6 };
}

const RING_LABEL: Box = { x: 0, y: 0, w: 48, h: 16 };
/** Below first, as on a dial; degrees clockwise from the right. */
const RING_LABEL_ANGLES = [
  90, 76, 104, 62, 118, 270, 284, 256, 298, 242, 45, 135, 315, 225, 20, 160, 340, 200,
];

function placeRingLabels(
  rings: OrreryRing[],
  orbit: Orbit,
  bodies: readonly Circle[],
  taken: readonly Box[],
  director: Circle,
  width: number,
  height: number,
): void {
  const used = [...taken, { x: director.x - 28, y: director.y - 10, w: 56, h: 42 }];
  for (const ring of rings) {
    for (const degrees of RING_LABEL_ANGLES) {
      const angle = (degrees * Math.PI) / 180;
      const at = { x: orbit.x + ring.rx * Math.cos(angle), y: orbit.y + ring.ry * Math.sin(angle) };
      const box = { ...RING_LABEL, x: at.x - RING_LABEL.w / 2, y: at.y - RING_LABEL.h / 2 };
      const free =
        boxInside(box, width, height, 2) &&
        !used.some((other) => boxesTouch(box, other)) &&
        !bodies.some((body) => boxTouchesCircle(box, body));
      if (!free) continue;
      ring.label = at;
      used.push(box);
      break;
    }
  }
}

/** How well a turn of the picture reads: every name placed, beside rather than above, bodies far apart, in balance. */
function score({ bodies, rings, orbit }: OrreryLayout): number {
  let total = 0;
  let x = 0;
  let y = 0;
  for (const body of bodies) {
    if (body.label === null) total -= 100;
    else if (body.label.side === 'right' || body.label.side === 'left') total += 3;
    // Names stand beside bodies, so a picture spread sideways has room for them.
    total += (Math.abs(body.x - orbit.x) / orbit.rx / bodies.length) * 12;
    x += (body.x - orbit.x) / orbit.rx / bodies.length;
    y += (body.y - orbit.y) / orbit.ry / bodies.length;
  }
  total -= Math.hypot(x, y) * 20;
  for (const ring of rings) if (ring.label === null) total -= 10;
  for (let i = 0; i < bodies.length; i++) {
    for (let j = i + 1; j < bodies.length; j++) {
      const a = bodies[i] as OrreryBody;
      const b = bodies[j] as OrreryBody;
      const apart = Math.hypot((a.x - b.x) / orbit.rx, (a.y - b.y) / orbit.ry);
      total += (Math.min(0.8, apart) * 10) / bodies.length;
    }
  }
  return total;
}
