import { type Circle, fromPolar, type Orbit, toPolar } from './geometry';

export interface Placed extends Circle {
  /** Distance from the director it ought to have, as a share of the outermost ring. */
  wanted: number;
}

const PASSES = 200;
/** Passes in which a body may only move along its own ring; then it may leave it little by little, then freely. */
const ON_RING = 50;
const FREE = 130;
const SHRINK = 0.92;

export interface Room {
  orbit: Orbit;
  /** Nearest to the director a body may come, as a share of the outermost ring. */
  innermost: number;
  /** Pixels kept free between bodies. */
  gap: number;
  width: number;
  height: number;
}

/**
 * Moves bodies until none overlaps another or something fixed, along their rings first, off them only where
 * the ring is full; where even that is not enough, all become smaller. Changes `bodies` in place and
 * returns the factor by which their radii were multiplied. Deterministic: same input, same picture.
 */
export function relax(bodies: Placed[], fixed: readonly Circle[], room: Room): number {
  const { orbit, innermost, gap, width, height } = room;
  const inside = (n: number, r: number, size: number) => Math.min(Math.max(n, r), Math.max(r, size - r));
  const settle = (body: Placed, slack: number) => {
    const at = toPolar(body, orbit);
    const share = body.wanted + (at.share - body.wanted) * slack;
    const p = fromPolar(orbit, Math.min(1, Math.max(innermost, share)), at.angle);
    body.x = inside(p.x, body.r, width);
    body.y = inside(p.y, body.r, height);
  };
  for (const body of bodies) settle(body, 0);
  let factor = 1;
  for (let round = 0; round < 60; round++) {
    for (let pass = 0; pass < PASSES; pass++) {
      if (!pushApart(bodies, fixed, gap * factor)) return factor;
      const slack = Math.min(1, Math.max(0, (pass - ON_RING) / (FREE - ON_RING)));
      for (const body of bodies) settle(body, slack);
    }
    factor *= SHRINK;
    for (const body of bodies) body.r *= SHRINK;
  }
  return factor;
}

/** One pass over all pairs that can touch; true when something had to move. */
function pushApart(bodies: Placed[], fixed: readonly Circle[], gap: number): boolean {
  let moved = false;
  // Sorted by x, only neighbours within the widest reach need a look: 256 bodies stay far below a frame.
  const order = bodies.map((_, i) => i).sort((a, b) => body(a).x - body(b).x || a - b);
  const widest = Math.max(...bodies.map((b) => b.r));
  for (let k = 0; k < order.length; k++) {
    const a = body(order[k] as number);
    for (let m = k + 1; m < order.length; m++) {
      const b = body(order[m] as number);
      const dx = b.x - a.x;
      if (dx > a.r + widest + gap) break;
      const dy = b.y - a.y;
      const reach = a.r + b.r + gap;
      const squared = dx * dx + dy * dy;
      if (squared >= reach * reach) continue;
      moved = true;
      const distance = Math.sqrt(squared);
      const push = (reach - distance) / 2 + 0.05;
      // Two bodies on the very same spot part along a direction of their own number.
      const ux = distance > 1e-6 ? dx / distance : Math.cos(m);
      const uy = distance > 1e-6 ? dy / distance : Math.sin(m);
      a.x -= ux * push;
      a.y -= uy * push;
      b.x += ux * push;
      b.y += uy * push;
    }
  }
  for (const a of bodies) {
    for (const rock of fixed) {
      const dx = a.x - rock.x;
      const dy = a.y - rock.y;
      const reach = a.r + rock.r + gap;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance >= reach) continue;
      moved = true;
      const push = reach - distance + 0.05;
      a.x += (distance > 1e-6 ? dx / distance : 1) * push;
      a.y += (distance > 1e-6 ? dy / distance : 0) * push;
      // A ring may pass too close to the director (a flat picture): then its wish gives way.
      a.wanted = Math.min(1, a.wanted + 0.01);
    }
  }
  return moved;

  function body(i: number): Placed {
    return bodies[i] as Placed;
  }
}
