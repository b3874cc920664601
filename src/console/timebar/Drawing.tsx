import { memo, useMemo } from 'react';
import type { CommandsView } from '../../report';
import { columnHeights, linePath, marksOf } from './timeline';
import type { Timeline } from './useTimeline';

/** Half the size of a command's diamond, in pixels. */
export const MARK_RADIUS = 6;
const HEIGHT = 84;
const TOP = 8;
const BASE = 62;

interface DrawingProps {
  width: number;
  endTick: number;
  tick: number;
  timeline: Timeline | null;
  rows: CommandsView['rows'];
  inspected: number | null;
  over: boolean;
}

/** Area of the series, outages behind it, the line of time with its marks, and where the run stands. */
export function Drawing({ width, endTick, tick, timeline, rows, inspected, over }: DrawingProps) {
  if (width === 0) return <svg height={HEIGHT} aria-hidden="true" />;
  const xOf = (t: number) => Math.min(1, t / endTick) * width;
  const now = xOf(tick);
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      {timeline?.outages.map((band) => (
        <rect
          key={band.fromTick}
          className="timebar-outage"
          x={xOf(band.fromTick)}
          y={TOP}
          width={Math.max(2, xOf(Math.min(tick, band.toTick ?? tick)) - xOf(band.fromTick))}
          height={BASE - TOP}
        />
      ))}
      {timeline !== null && <Area timeline={timeline} endTick={endTick} tick={tick} width={width} />}
      <rect className="timebar-line" x={0} y={BASE} width={width} height={3} rx={1.5} />
      <rect className="timebar-done" x={0} y={BASE} width={now} height={3} rx={1.5} />
      {timeline?.checkpointTicks.map((t) => (
        <path key={t} className="timebar-checkpoint" d={`M${xOf(t)} ${BASE + 8}v5`} />
      ))}
      <path className="timebar-cursor" d={`M${now} 2V${BASE}`} />
      <Marks rows={rows} endTick={endTick} width={width} />
      {!over && <circle className="timebar-knob" cx={now} cy={BASE + 1.5} r={6} />}
      {inspected !== null && <path className="timebar-hair" d={`M${xOf(inspected)} 2V${BASE}`} />}
    </svg>
  );
}

// While a run flies the cursor moves 30 times a second; the area only when new samples came.
const Area = memo(function Area(props: { timeline: Timeline; endTick: number; tick: number; width: number }) {
  const { timeline, endTick, tick, width } = props;
  const line = useMemo(() => {
    const heights = columnHeights(timeline.series, endTick, tick, width);
    let peak = 0;
    for (const h of heights) if (h > peak) peak = h;
    return linePath(heights, peak, BASE - TOP - 2);
  }, [timeline, endTick, tick, width]);
  return (
    <g transform={`translate(0 ${TOP + 2})`}>
      <path className="timebar-area" d={`${line}V${BASE - TOP - 2}H0Z`} />
      <path className="timebar-edge" d={line} />
    </g>
  );
});

const Marks = memo(function Marks({
  rows,
  endTick,
  width,
}: {
  rows: CommandsView['rows'];
  endTick: number;
  width: number;
}) {
  const marks = useMemo(() => marksOf(rows, endTick, width), [rows, endTick, width]);
  const r = MARK_RADIUS;
  return marks.map(({ x, outcome }) => (
    <path
      key={`${x}/${outcome}`}
      className={`timebar-mark ${outcome}`}
      d={`M${x} ${BASE + 1.5 - r}l${r - 1} ${r}-${r - 1} ${r}-${r - 1}-${r}z`}
    />
  ));
});
