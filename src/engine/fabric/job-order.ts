import { compareUtf8 } from '../../plan';
import type { JobGroup } from './job-set';

/** The id of a group's job; `ordinal` from 1, unused for a listed job. */
export function nameIn(group: JobGroup, ordinal: number): string {
  return group.digits === 0 ? group.stem : group.stem + String(ordinal).padStart(group.digits, '0');
}

/**
 * Positions of all jobs in order of their names as UTF-8 bytes, with few names made: group g has positions
 * [starts[g], starts[g + 1]), ascending in name, and groups ascend in stem. Where a stem begins with another
 * entry's (`a-`, `a-b-`), all names of the one fall between two neighbours of the other.
 */
export function orderByName(groups: readonly JobGroup[], starts: Int32Array): Int32Array<ArrayBuffer> {
  const order = new Int32Array(starts[groups.length]);
  let length = 0;
  /** Entries whose stem begins the present one, each with its first position not yet put in order. */
  const open: { group: number; next: number }[] = [];
  const putUntil = (entry: { next: number }, end: number): void => {
    while (entry.next < end) order[length++] = entry.next++;
  };
  for (let g = 0; g < groups.length; g++) {
    const { stem, digits } = groups[g];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (stem.startsWith(groups[top.group].stem)) {
        putUntil(
          top,
          firstNotBefore(stem, groups[top.group], top.next, starts[top.group], starts[top.group + 1]),
        );
        break;
      }
      putUntil(top, starts[top.group + 1]);
      open.pop();
    }
    if (digits === 0) order[length++] = starts[g];
    else open.push({ group: g, next: starts[g] });
  }
  for (let top = open.pop(); top !== undefined; top = open.pop()) putUntil(top, starts[top.group + 1]);
  return order;
}

/** The first position in [from, end) of `group`, which starts at `start`, whose name does not come before `stem`. */
function firstNotBefore(stem: string, group: JobGroup, from: number, start: number, end: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareUtf8(nameIn(group, middle - start + 1), stem) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `order` in stable order of the ticks of its positions: a radix sort in digits of 12 or 16 bits. */
export function orderByTick(ticks: Int32Array, order: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const n = order.length;
  let highest = 0;
  let ascending = true;
  for (let i = 0; i < n; i++) {
    if (ticks[i] > highest) highest = ticks[i];
    if (i > 0 && ticks[order[i]] < ticks[order[i - 1]]) ascending = false;
  }
  if (ascending) return order;
  const digitBits = highest < 4096 ? 12 : 16;
  const mask = (1 << digitBits) - 1;
  let source = order;
  let target = new Int32Array(n);
  for (let shift = 0; shift < 31 && highest >>> shift > 0; shift += digitBits) {
    const places = new Int32Array(mask + 2);
    for (let i = 0; i < n; i++) places[((ticks[i] >>> shift) & mask) + 1]++;
    for (let d = 0; d <= mask; d++) places[d + 1] += places[d];
    for (let i = 0; i < n; i++) target[places[(ticks[source[i]] >>> shift) & mask]++] = source[i];
    [source, target] = [target, source];
  }
  return source;
}
