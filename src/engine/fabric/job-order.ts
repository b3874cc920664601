import { compareUtf8 } from '../../plan';
import type { JobGroup } from './job-set';

/** The id of a group's job; `ordinal` from 1, unused for a listed job. */
export function nameIn(group: JobGroup, ordinal: number): string {
  return group.digits === 0 ? group.stem : group.stem + String(ordinal).padStart(group.digits, '0');
}

/** Whether one entry's stem begins another group's, so that group order is not name order. Stems are sorted. */
export function stemsNest(groups: readonly JobGroup[]): boolean {
  for (let i = 1; i < groups.length; i++) {
    if (groups[i - 1].digits > 0 && groups[i].stem.startsWith(groups[i - 1].stem)) return true;
  }
  return false;
}

/** Positions in order of (tick, name): every name is made, so only where group order is not name order. */
export function orderByName(
  groups: readonly JobGroup[],
  group: Int32Array,
  ordinal: Int32Array,
  ticks: Int32Array,
): Int32Array {
  const names = Array.from(group, (g, i) => nameIn(groups[g], ordinal[i]));
  return Int32Array.from(
    Array.from(ticks.keys()).sort((x, y) => ticks[x] - ticks[y] || compareUtf8(names[x], names[y])),
  );
}

/** Positions in stable order of their ticks: a radix sort in 16-bit digits. */
export function orderByTick(ticks: Int32Array): Int32Array {
  const n = ticks.length;
  let highest = 0;
  let ascending = true;
  for (let i = 0; i < n; i++) {
    if (ticks[i] > highest) highest = ticks[i];
    if (i > 0 && ticks[i] < ticks[i - 1]) ascending = false;
  }
  let order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  if (ascending) return order;
  const digitBits = highest < 4096 ? 12 : 16;
  const mask = (1 << digitBits) - 1;
  let target = new Int32Array(n);
  for (let shift = 0; shift < 31 && highest >>> shift > 0; shift += digitBits) {
    const places = new Int32Array(mask + 2);
    for (let i = 0; i < n; i++) places[((ticks[i] >>> shift) & mask) + 1]++;
    for (let d = 0; d <= mask; d++) places[d + 1] += places[d];
    for (let i = 0; i < n; i++) target[places[(ticks[order[i]] >>> shift) & mask]++] = order[i];
    [order, target] = [target, order];
  }
  return order;
}
