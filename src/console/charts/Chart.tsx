import { useEffect, useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import type { SeriesData } from '../../report';
import { shardColour } from '../answer';
import { useSize } from '../orrery';
import './charts.css';
import { useThemeTurn } from './colours';
import { optionsFor } from './options';
import { summaryOf, valueWords } from './summary';
import { type Thinned, thin } from './thin';
import { loadUplot } from './uplot';

export interface ChartProps {
  title: string;
  /** What the vertical axis counts, in words. */
  unit: string;
  data: SeriesData | null;
  height?: number;
}

/** A step chart over ticks, with its legend as readout; arrow keys move along it. */
export function Chart({ title, unit, data: whole, height = 190 }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const size = useSize(place);
  const theme = useThemeTurn();
  const [at, setAt] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const width = size?.width ?? 0;
  // About four pixels a step: finer steps melt into a block.
  const thinned = useMemo(
    () => (whole === null ? null : thin(whole, Math.max(40, width / 4))),
    [whole, width],
  );
  const data = thinned?.data ?? null;
  const newest = useRef(data);
  newest.current = data;

  // The chart is made again when what it is made of changes (lines, theme); its data and size are handed in.
  const shape = data === null ? null : data.lines.map((l) => l.label).join('\n');
  const shown = useRef({ width, height });
  shown.current = { width, height };
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme and shape decide when to build again
  useEffect(() => {
    if (shape === null || width === 0) return;
    let dropped = false;
    loadUplot().then(
      (lib) => {
        const now = newest.current;
        if (dropped || place.current === null || now === null) return;
        plot.current = new lib(optionsFor(lib, now, shown.current, setAt), aligned(now), place.current);
      },
      () => setFailed(true),
    );
    return () => {
      dropped = true;
      plot.current?.destroy();
      plot.current = null;
    };
  }, [shape, theme, width > 0]);
  useEffect(() => {
    if (data !== null && plot.current !== null) plot.current.setData(aligned(data));
  }, [data]);
  useEffect(() => {
    if (width > 0) plot.current?.setSize({ width, height });
  }, [width, height]);

  const last = data === null ? 0 : data.ticks.length - 1;
  const index = at === null || at > last ? last : at;
  const step = (by: number) => {
    const u = plot.current;
    if (u === null || data === null) return;
    const next = Math.max(0, Math.min(last, index + by));
    u.setCursor({ left: u.valToPos(data.ticks[next] as number, 'x'), top: 0 });
  };
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <span>
          {at === null || at > last ? unitWords(unit, thinned) : `at tick ${data?.ticks[index] ?? 0}`}
        </span>
      </figcaption>
      <div
        className="chart-plot"
        ref={place}
        style={{ height }}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys read the chart point by point
        tabIndex={0}
        aria-label={whole === null ? `${title}: loading` : summaryOf(title, whole)}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowLeft: -1, PageDown: 20, PageUp: -20, Home: -1e9, End: 1e9 }[
            event.key
          ];
          if (by === undefined) return;
          event.preventDefault();
          step(by);
        }}
        onBlur={() => plot.current?.setCursor({ left: -10, top: -10 })}
      >
        {failed && (
          <p className="chart-failed">The chart could not be drawn. The numbers are in the tables.</p>
        )}
      </div>
      <ul className="chart-legend">
        {(data?.lines ?? []).slice(0, 12).map((line) => (
          <li key={line.label}>
            <i style={{ background: line.shard === null ? 'var(--accent)' : shardColour(line.shard) }} />
            {line.label} <b>{data === null ? '' : valueWords(line.values[index] ?? 0, data.unit)}</b>
          </li>
        ))}
        {data !== null && data.lines.length > 12 && <li>and {data.lines.length - 12} more</li>}
      </ul>
    </figure>
  );
}

const aligned = (data: SeriesData): uPlot.AlignedData =>
  [data.ticks, ...data.lines.map((l) => l.values)] as unknown as uPlot.AlignedData;

const unitWords = (unit: string, thinned: Thinned | null): string =>
  thinned === null || thinned.width === 1 ? unit : `${unit}, by ${thinned.width} ticks`;
