import { type Box, boxTouchesCircle, type Circle, type Point } from './geometry';
import type { OrreryBody, OrreryLayout } from './layout';

/** A quadratic curve from the rim of one body to the rim of another. */
export interface Arc {
  from: Point;
  control: Point;
  to: Point;
}

/** How far an arc may bend, as a share of its length; the gentlest that passes clear of everything wins. */
const BENDS = [0.18, 0.1, 0.26, -0.12, -0.22, 0.36, -0.34, 0.5, -0.5, 0.7, -0.7];
const SAMPLES = 24;

/** The way work takes from one shard to another: around the director, other bodies and their names. */
export function arcBetween(layout: OrreryLayout, from: number, to: number): Arc {
  const a = layout.bodies[from];
  const b = layout.bodies[to];
  if (a === undefined || b === undefined) throw new RangeError(`no shard ${from} or ${to} in the picture`);
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const normal = { x: -(b.y - a.y), y: b.x - a.x };
  // Positive bends lead away from the director.
  const outward =
    normal.x * (middle.x - layout.orbit.x) + normal.y * (middle.y - layout.orbit.y) >= 0 ? 1 : -1;
  let best: { arc: Arc; cost: number } | null = null;
  // Among many small bodies every way crosses some: a calm curve is worth more than a clear one.
  const bends = layout.scale === 'small' ? BENDS.slice(0, 2) : BENDS;
  for (const [order, bend] of bends.entries()) {
    const k = 2 * bend * outward;
    const control = { x: middle.x + normal.x * k * 0.5, y: middle.y + normal.y * k * 0.5 };
    const arc = { from: a, control, to: b };
    const cost = order * 0.5 + obstacles(layout, arc, from, to) * 10;
    if (best === null || cost < best.cost) best = { arc, cost };
    if (cost === order * 0.5) break;
  }
  const { control } = (best as { arc: Arc }).arc;
  const arc = { from: a, control, to: b };
  return trim(arc, rim(a, control, layout.unit), rim(b, control, layout.unit));
}

/** How far from its centre an arc towards `next` may come: outside the moons, if it comes by them. */
function rim(body: OrreryBody, next: Point, unit: number): number {
  const { moons } = body;
  if (moons === null) return body.extent + 1;
  const turn = Math.atan2(next.x - body.x, body.y - next.y) / (2 * Math.PI);
  const margin = 0.045;
  const middle = (moons.from + moons.to) / 2;
  const away = Math.abs(turn - middle - Math.round(turn - middle));
  return away < (moons.to - moons.from) / 2 + margin ? body.extent + 4 : body.ring + 15 * unit;
}

/** Samples of the arc that touch something it should pass, or lie outside the picture. */
function obstacles(layout: OrreryLayout, arc: Arc, from: number, to: number): number {
  const boxes: Box[] = layout.bodies.flatMap((b) => (b.label === null ? [] : [b.label.box]));
  const numbers: Box[] = layout.rings.flatMap(({ label }) =>
    label === null ? [] : [{ x: label.x - 24, y: label.y - 8, w: 48, h: 16 }],
  );
  let hits = 0;
  for (let i = 1; i < SAMPLES; i++) {
    const p = pointOn(arc, i / SAMPLES);
    const around: Circle = { ...p, r: 6 };
    if (p.x < 6 || p.y < 6 || p.x > layout.width - 6 || p.y > layout.height - 6) hits += 2;
    if (boxes.some((box) => boxTouchesCircle(box, around))) hits += 2;
    if (numbers.some((box) => boxTouchesCircle(box, around))) hits += 0.5;
    if (Math.hypot(p.x - layout.director.x, p.y - layout.director.y) < layout.director.r + 24) hits++;
    layout.bodies.forEach((body, k) => {
      if (k === from || k === to) return;
      if (Math.hypot(p.x - body.x, p.y - body.y) < body.extent + 4) hits += 2;
    });
  }
  return hits;
}

export function pointOn({ from, control, to }: Arc, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * control.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * control.y + t * t * to.y,
  };
}

/** The part of an arc outside both bodies (de Casteljau), so that nothing is drawn over them. */
function trim(arc: Arc, startRadius: number, endRadius: number): Arc {
  let first = 0;
  let last = 1;
  const STEPS = 120;
  for (let i = 0; i <= STEPS; i++) {
    const p = pointOn(arc, i / STEPS);
    if (Math.hypot(p.x - arc.from.x, p.y - arc.from.y) < startRadius) first = i / STEPS;
    else break;
  }
  for (let i = STEPS; i >= 0; i--) {
    const p = pointOn(arc, i / STEPS);
    if (Math.hypot(p.x - arc.to.x, p.y - arc.to.y) < endRadius) last = i / STEPS;
    else break;
  }
  if (last <= first) return arc;
  const mix = (p: Point, q: Point, t: number): Point => ({
    x: p.x + (q.x - p.x) * t,
    y: p.y + (q.y - p.y) * t,
  });
  const left = mix(mix(arc.from, arc.control, first), mix(arc.control, arc.to, first), last);
  return { from: pointOn(arc, first), control: left, to: pointOn(arc, last) };
}

export const pathOf = ({ from, control, to }: Arc): string =>
  `M${fixed(from.x)} ${fixed(from.y)}Q${fixed(control.x)} ${fixed(control.y)} ${fixed(to.x)} ${fixed(to.y)}`;

const fixed = (n: number): string => n.toFixed(1);
