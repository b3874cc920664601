import type uPlot from 'uplot';
import type { SeriesData } from '../../report';
import { shardColour } from '../answer';
import { compact, percent } from '../format';
import { token } from './colours';

/** Everything uPlot needs to draw a series: step lines, quiet axes, colours of the theme in force. */
export function optionsFor(
  lib: typeof uPlot,
  data: SeriesData,
  size: { width: number; height: number },
  onCursor: (index: number | null) => void,
): uPlot.Options {
  const ink3 = token('--ink3');
  const line = token('--line');
  const font = `11px ${token('--font')}`;
  const stepped = lib.paths.stepped?.({ align: 1 });
  const axis = { stroke: ink3, font, ticks: { show: false } } as const;
  const single = data.lines.length === 1;
  return {
    ...size,
    padding: [10, 14, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    scales: {
      x: { time: false },
      y: { range: (_, __, max) => [0, data.unit === 'share of slots' ? 1 : Math.max(1, max * 1.08)] },
    },
    axes: [
      {
        ...axis,
        size: 26,
        gap: 6,
        space: 60,
        grid: { show: false },
        values: (_, at) => at.map((v) => `${v}`),
      },
      {
        ...axis,
        size: 46,
        gap: 6,
        space: 34,
        grid: { stroke: line, width: 1 },
        values: (_, at) => at.map((v) => (data.unit === 'share of slots' ? percent(v) : compact(v))),
      },
    ],
    series: [
      {},
      ...data.lines.map((l) => {
        const colour = token(l.shard === null ? '--accent' : shardColour(l.shard));
        return {
          label: l.label,
          stroke: colour,
          fill: single ? `${colour}26` : undefined,
          width: 1.5,
          points: { show: false },
          ...(stepped === undefined ? {} : { paths: stepped }),
        };
      }),
    ],
    hooks: { setCursor: [(u) => onCursor(u.cursor.idx ?? null)] },
  };
}
