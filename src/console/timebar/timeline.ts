import type { CommandOutcome, SeriesData } from '../../report';

/** A stretch of ticks during which at least one node was out; `toTick` null while it lasts. */
export interface Band {
  fromTick: number;
  toTick: number | null;
  nodes: string[];
}
/** One node going out or coming back, in the order of the event log. */
export interface Switch {
  tick: number;
  node: string;
  out: boolean;
}

/** Outages as bands; bands that touch or overlap become one that names every node. */
export function outageBands(switches: Switch[]): Band[] {
  const bands: Band[] = [];
  const out = new Set<string>();
  for (const { tick, node, out: goesOut } of switches) {
    const last = bands.at(-1);
    if (goesOut) {
      out.add(node);
      if (last !== undefined && (last.toTick === null || last.toTick >= tick)) {
        last.toTick = null;
        if (!last.nodes.includes(node)) last.nodes.push(node);
      } else bands.push({ fromTick: tick, toTick: null, nodes: [node] });
    } else {
      out.delete(node);
      if (out.size === 0 && last !== undefined) last.toTick = tick;
    }
  }
  return bands;
}

/** The value that holds at `tick`; null before the first sample. */
export function valueAt(series: Pick<SeriesData, 'ticks' | 'lines'>, tick: number): number | null {
  const { ticks } = series;
  let low = 0;
  let high = ticks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ticks[middle] <= tick) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : (series.lines[0]?.values[low - 1] ?? null);
}

/** One height for each pixel column: the largest value that held within it, so that no peak is lost. */
export function columnHeights(
  series: Pick<SeriesData, 'ticks' | 'lines'>,
  endTick: number,
  uptoTick: number,
  width: number,
): Float64Array {
  const columns = Math.max(1, Math.min(width, Math.ceil((uptoTick / Math.max(1, endTick)) * width)));
  const heights = new Float64Array(columns);
  const values = series.lines[0]?.values ?? new Float64Array(0);
  let at = -1;
  for (let x = 0; x < columns; x++) {
    const tickHere = ((x + 1) / width) * endTick;
    let top = at >= 0 ? values[at] : 0;
    while (at + 1 < series.ticks.length && series.ticks[at + 1] < tickHere) {
      at++;
      if (values[at] > top) top = values[at];
    }
    heights[x] = top;
  }
  return heights;
}

/** An SVG path through the columns, `peak` reaching `height`; y grows downwards. */
export function linePath(heights: Float64Array, peak: number, height: number): string {
  let path = '';
  for (let x = 0; x < heights.length; x++) {
    const y = height - (peak > 0 ? (heights[x] / peak) * height : 0);
    path += `${x === 0 ? 'M' : 'L'}${x} ${Math.round(y * 10) / 10}`;
  }
  return path;
}

/** Where commands are marked: one mark a pixel and outcome, so that 100,000 of them stay a few hundred. */
export function marksOf(
  rows: readonly { tick: number; outcome: CommandOutcome }[],
  endTick: number,
  width: number,
): { x: number; outcome: CommandOutcome }[] {
  const marks = new Map<string, { x: number; outcome: CommandOutcome }>();
  for (const { tick, outcome } of rows) {
    const x = Math.round(Math.min(1, tick / Math.max(1, endTick)) * width);
    marks.set(`${x}/${outcome}`, { x, outcome });
  }
  return [...marks.values()];
}
