import type { Side } from './labels';

/** From the ring to the middle of the moons, at unit 1. */
const MOONS_AT = 22;
/** Angle of the middle of the moons, in turns clockwise from the top: across from the name. */
const MIDDLE: Record<Side | 'none', number> = {
  right: -0.17,
  left: 0.17,
  below: 0,
  above: 0.5,
  none: -0.125,
};
const SPACING_PX = 13;
const MOST_OF_A_TURN = 0.62;

export interface Moons {
  /** One place a node, or null when they are too many to tell apart: then an arc shows their shares. */
  places: { x: number; y: number }[] | null;
  radius: number;
  /** Where the arc of shares begins and ends, in turns. */
  from: number;
  to: number;
}

/** Places `count` moons beside a body with that ring, on the side away from its name. Relative to its centre. */
export function placeMoons(ring: number, name: Side | null, count: number, unit: number): Moons {
  const radius = ring + MOONS_AT * unit;
  const step = (SPACING_PX * unit) / (2 * Math.PI * radius);
  const middle = MIDDLE[name ?? 'none'];
  const span = Math.min(MOST_OF_A_TURN, step * Math.max(0, count - 1));
  const from = middle - span / 2;
  const fits = step * (count - 1) <= MOST_OF_A_TURN;
  const places = fits
    ? Array.from({ length: count }, (_, i) => {
        const angle = (from + step * i) * 2 * Math.PI;
        return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
      })
    : null;
  return { places, radius, from, to: from + span };
}

/** An SVG arc around the origin from one turn to another, clockwise from the top. */
export function arcPath(radius: number, from: number, to: number): string {
  const at = (turn: number) =>
    `${(radius * Math.sin(turn * 2 * Math.PI)).toFixed(2)} ${(-radius * Math.cos(turn * 2 * Math.PI)).toFixed(2)}`;
  const end = Math.min(to, from + 0.9999);
  return `M${at(from)}A${radius} ${radius} 0 ${end - from > 0.5 ? 1 : 0} 1 ${at(end)}`;
}
