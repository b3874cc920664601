import { type Box, boxesTouch, boxInside, boxTouchesCircle, type Circle, type Point } from './geometry';

export type Side = 'right' | 'left' | 'below' | 'above';
export interface Label extends Point {
  side: Side;
  anchor: 'start' | 'end' | 'middle';
  box: Box;
}

/** Wide enough for "10,000 completed", so that a label does not need another place when numbers grow. */
const NUMBERS_WIDTH = 108;
const LINE = 16;
export const LABEL_HEIGHT = 3 * LINE + 2;
const CHARACTER_WIDTH = 8;
const LONGEST_NAME = 18;

/** A name as the picture shows it; the whole of it is in the tooltip and the spoken name. */
export const shortName = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;

export const labelWidth = (name: string): number =>
  Math.max(NUMBERS_WIDTH, shortName(name).length * CHARACTER_WIDTH);

/** The four places beside a body, the one away from the centre first. */
function places(body: Circle, solid: number, centre: Point, width: number): Label[] {
  const gap = 10;
  const top = body.y - LABEL_HEIGHT / 2;
  const at = (side: Side): Label => {
    if (side === 'right') {
      const x = body.x + solid + gap;
      return { side, x, y: top, anchor: 'start', box: { x, y: top, w: width, h: LABEL_HEIGHT } };
    }
    if (side === 'left') {
      const x = body.x - solid - gap;
      return { side, x, y: top, anchor: 'end', box: { x: x - width, y: top, w: width, h: LABEL_HEIGHT } };
    }
    const y = side === 'below' ? body.y + solid + gap - 2 : body.y - solid - gap - LABEL_HEIGHT + 4;
    return {
      side,
      x: body.x,
      y,
      anchor: 'middle',
      box: { x: body.x - width / 2, y, w: width, h: LABEL_HEIGHT },
    };
  };
  const across: Side[] = body.x >= centre.x ? ['right', 'left'] : ['left', 'right'];
  const upright: Side[] = body.y >= centre.y ? ['below', 'above'] : ['above', 'below'];
  return [across[0], upright[0], across[1], upright[1]].map((side) => at(side as Side));
}

export interface ToLabel extends Circle {
  name: string;
  /** Radius without the moons, which keep to the other side of the label. */
  solid: number;
}

/**
 * A place for each label that touches no body, no other label, not the director, and does not leave the
 * picture; null where there is none. Larger bodies choose first.
 */
export function placeLabels(
  bodies: readonly ToLabel[],
  centre: Circle,
  width: number,
  height: number,
): (Label | null)[] {
  const chosen: (Label | null)[] = bodies.map(() => null);
  const order = bodies
    .map((_, i) => i)
    .sort((a, b) => (bodies[b] as ToLabel).r - (bodies[a] as ToLabel).r || a - b);
  const taken: Box[] = [{ x: centre.x - 28, y: centre.y - 10, w: 56, h: 42 }];
  for (const i of order) {
    const body = bodies[i] as ToLabel;
    const label = places(body, body.solid, centre, labelWidth(body.name)).find(
      ({ box }) =>
        boxInside(box, width, height, 4) &&
        !taken.some((other) => boxesTouch(box, other)) &&
        bodies.every((other, j) => !boxTouchesCircle(box, j === i ? { ...body, r: body.solid } : other)),
    );
    if (label === undefined) continue;
    chosen[i] = label;
    taken.push(label.box);
  }
  return chosen;
}
