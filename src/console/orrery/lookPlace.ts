import { type Box, boxTouchesCircle } from './geometry';
import type { OrreryLayout } from './layout';

const GAP = 8;
const MARGIN = 4;

/**
 * Where to tell about a body: beside it, inside the picture, over as few other bodies and names as can be.
 * Top left corner in pixels.
 */
export function lookPlace(
  layout: OrreryLayout,
  shard: number,
  width: number,
  height: number,
): { left: number; top: number } {
  const body = layout.bodies[shard];
  if (body === undefined) return { left: MARGIN, top: MARGIN };
  const kept = (n: number, size: number, room: number) =>
    Math.min(Math.max(MARGIN, n), Math.max(MARGIN, room - size - MARGIN));
  const across = kept(body.x - width / 2, width, layout.width);
  const beside = kept(body.y - height / 2, height, layout.height);
  const places = [
    { left: across, top: body.y + body.extent + GAP },
    { left: across, top: body.y - body.extent - GAP - height },
    { left: body.x + body.extent + GAP, top: beside },
    { left: body.x - body.extent - GAP - width, top: beside },
  ].map((p) => ({ left: kept(p.left, width, layout.width), top: kept(p.top, height, layout.height) }));
  let best = places[0] as { left: number; top: number };
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const cost = covered(layout, shard, { x: place.left, y: place.top, w: width, h: height });
    if (cost < least) {
      least = cost;
      best = place;
    }
  }
  return best;
}

/** Area of names and count of bodies under a box, as one number; the body itself weighs most. */
function covered(layout: OrreryLayout, shard: number, box: Box): number {
  let cost = 0;
  layout.bodies.forEach((other, i) => {
    if (boxTouchesCircle(box, { ...other, r: other.ring })) cost += i === shard ? 100_000 : 4000;
    // Its own name is said again in the box.
    if (other.label !== null && i !== shard) cost += overlap(box, other.label.box);
  });
  return cost;
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));
