import { walkJson } from './walk';

/** Keys and indexes from the root of a JSON text to a value. */
export type JsonPath = readonly (string | number)[];

/** A path as people write it: `fabric.shards[2].maxQueue`. */
export function placeOf(path: JsonPath): string {
  let place = '';
  for (const key of path) {
    if (typeof key === 'number') place += `[${key}]`;
    else if (/^[A-Za-z_]\w*$/.test(key)) place += place === '' ? key : `.${key}`;
    else place += `[${JSON.stringify(key.length > 60 ? `${key.slice(0, 57)}...` : key)}]`;
  }
  return place;
}

/** The path that `placeOf` wrote, or null when it is not one. */
export function pathOf(place: string): JsonPath | null {
  const step = /\.?([A-Za-z_]\w*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;
  const path: (string | number)[] = [];
  while (step.lastIndex < place.length) {
    const found = step.exec(place);
    if (found === null) return null;
    if (found[1] !== undefined) path.push(found[1]);
    else if (found[2] !== undefined) path.push(Number(found[2]));
    else path.push(JSON.parse(found[3]) as string);
  }
  return path;
}

interface Wanted {
  below: Map<string | number, Wanted>;
  /** Which of the asked paths end here. */
  answers: number[];
}

/**
 * Offsets of paths in `text`: of the field name in an object, of the value in a list. A path that
 * does not exist gets the offset of its nearest existing ancestor (a missing field: its object).
 */
export function offsetsOf(text: string, paths: readonly JsonPath[]): number[] {
  const root: Wanted = { below: new Map(), answers: [] };
  const offsets = paths.map(() => 0);
  paths.forEach((path, index) => {
    let at = root;
    for (const key of path) {
      let next = at.below.get(key);
      if (next === undefined) {
        next = { below: new Map(), answers: [] };
        at.below.set(key, next);
      }
      at = next;
    }
    at.answers.push(index);
  });
  const settle = (node: Wanted, at: number): void => {
    for (const index of node.answers) offsets[index] = at;
    for (const next of node.below.values()) settle(next, at);
  };
  /** The wanted node of each open object or list; null where nothing below is wanted. */
  const open: (Wanted | null)[] = [];
  let current: Wanted | null = root;
  walkJson(text, {
    item(key, at) {
      const holder = open[open.length - 1];
      current = holder?.below.get(key) ?? null;
      if (current !== null) settle(current, at);
    },
    open() {
      open.push(current);
      return true;
    },
    close() {
      open.pop();
    },
  });
  return offsets;
}

/** Lines and columns, both from 1, of offsets in `text`; one pass however many there are. */
export function positionsOf(text: string, offsets: readonly number[]): { line: number; column: number }[] {
  const order = offsets.map((_, index) => index).sort((a, b) => offsets[a] - offsets[b] || a - b);
  const positions = offsets.map(() => ({ line: 1, column: 1 }));
  const lineEnd = /\r\n|\n|\r/g;
  let line = 1;
  let lineStart = 0;
  for (const index of order) {
    const at = offsets[index];
    for (;;) {
      lineEnd.lastIndex = lineStart;
      if (!lineEnd.test(text) || lineEnd.lastIndex > at) break;
      lineStart = lineEnd.lastIndex;
      line++;
    }
    positions[index] = { line, column: at - lineStart + 1 };
  }
  return positions;
}
