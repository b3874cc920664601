export interface Point {
  x: number;
  y: number;
}
export interface Circle extends Point {
  r: number;
}
/** Top left corner and size. */
export interface Box extends Point {
  w: number;
  h: number;
}
/** The outermost ring: an ellipse around the director, in pixels. */
export interface Orbit extends Point {
  rx: number;
  ry: number;
}

/** The point at `share` of the orbit's size in direction `angle` (radians, clockwise from the right). */
export const fromPolar = (orbit: Orbit, share: number, angle: number): Point => ({
  x: orbit.x + orbit.rx * share * Math.cos(angle),
  y: orbit.y + orbit.ry * share * Math.sin(angle),
});

/** Inverse of `fromPolar`. */
export function toPolar(point: Point, orbit: Orbit): { share: number; angle: number } {
  const x = (point.x - orbit.x) / orbit.rx;
  const y = (point.y - orbit.y) / orbit.ry;
  return { share: Math.hypot(x, y), angle: Math.atan2(y, x) };
}

export const boxesTouch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export function boxTouchesCircle(box: Box, circle: Circle): boolean {
  const dx = circle.x - Math.min(Math.max(circle.x, box.x), box.x + box.w);
  const dy = circle.y - Math.min(Math.max(circle.y, box.y), box.y + box.h);
  return dx * dx + dy * dy < circle.r * circle.r;
}

export const boxInside = (box: Box, width: number, height: number, margin: number): boolean =>
  box.x >= margin && box.y >= margin && box.x + box.w <= width - margin && box.y + box.h <= height - margin;
