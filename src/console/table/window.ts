/**
 * Which rows of a long table stand in a scrolled box. Rows have one height, so this is a division; a list
 * library would keep a measurement for each of ten million rows, and browsers cap the height of an element
 * (near 17 million pixels in Firefox), so beyond `TALLEST` the scroll bar is scaled.
 */
export const ROW_HEIGHT = 40;
export const TALLEST = 8_000_000;

export interface Space {
  rows: number;
  /** Height of the part of the box that shows rows, in pixels. */
  viewport: number;
}

/** Height of the scrolled content in pixels. */
export const trackHeight = ({ rows }: Space): number => Math.min(rows * ROW_HEIGHT, TALLEST);

export const isScaled = (space: Space): boolean => space.rows * ROW_HEIGHT > TALLEST;

/** The last top row there is (a fraction: part of a row may be cut off). */
export const lastTop = ({ rows, viewport }: Space): number => Math.max(0, rows - viewport / ROW_HEIGHT);

/** The row at the top of the box, with its fraction, at a scroll position. */
export function topAt(space: Space, scrollTop: number): number {
  if (!isScaled(space)) return Math.max(0, Math.min(lastTop(space), scrollTop / ROW_HEIGHT));
  const share = scrollTop / Math.max(1, trackHeight(space) - space.viewport);
  return Math.min(1, Math.max(0, share)) * lastTop(space);
}

/** Inverse of `topAt`. */
export function scrollTopFor(space: Space, top: number): number {
  const kept = Math.max(0, Math.min(lastTop(space), top));
  if (!isScaled(space)) return kept * ROW_HEIGHT;
  return (kept / lastTop(space)) * (trackHeight(space) - space.viewport);
}

/** First and one past the last row to draw, some more than can be seen. */
export function rowsShown(space: Space, top: number, spare = 4): { first: number; end: number } {
  const first = Math.max(0, Math.floor(top) - spare);
  return { first, end: Math.min(space.rows, Math.ceil(top + space.viewport / ROW_HEIGHT) + spare) };
}

/** The top that brings a row into sight, moving no more than needed. */
export function topToShow(space: Space, top: number, row: number): number {
  const fits = space.viewport / ROW_HEIGHT;
  if (row < top) return row;
  if (row + 1 > top + fits) return Math.min(lastTop(space), row + 1 - fits);
  return top;
}
