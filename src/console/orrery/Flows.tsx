import { memo, useMemo } from 'react';
import { type FlowNow, shardColour } from '../answer';
import { counted } from '../format';
import { arcBetween, pathOf } from './flows';
import type { OrreryLayout } from './layout';

/** More arcs than this tell nothing; the widest are drawn, the table has all. */
const MOST_ARCS = 40;
const MOST_AMONG_MANY = 14;

/** Work on its way between shards: width is how much of late, dots move only while the run does. */
export function Flows(p: { layout: OrreryLayout; flows: FlowNow[]; moving: boolean; names: string[] }) {
  const shown = [...p.flows]
    .sort((a, b) => b.recent - a.recent || b.jobs - a.jobs || a.from - b.from || a.to - b.to)
    .slice(0, p.layout.scale === 'small' ? MOST_AMONG_MANY : MOST_ARCS);
  const mostRecent = Math.max(1, ...shown.map((f) => f.recent));
  const mostEver = Math.max(1, ...shown.map((f) => f.jobs));
  return (
    <g className={p.moving ? 'orrery-flows moving' : 'orrery-flows'}>
      {shown.map((f) => (
        <FlowArc
          key={`${f.from}>${f.to}`}
          layout={p.layout}
          from={f.from}
          to={f.to}
          // Steps of a quarter pixel: a width that trembles is noise.
          width={Math.round(4 * (f.recent > 0 ? 2 + 3.5 * Math.sqrt(f.recent / mostRecent) : 1)) / 4}
          live={f.recent > 0 || f.inTransit > 0}
          faint={f.recent === 0 && f.jobs / mostEver < 0.1}
          title={`${p.names[f.from]} to ${p.names[f.to]}: ${counted(f.jobs, 'job')} so far, ${counted(f.inTransit, 'job')} on the way`}
        />
      ))}
    </g>
  );
}

interface ArcProps {
  layout: OrreryLayout;
  from: number;
  to: number;
  width: number;
  live: boolean;
  faint: boolean;
  title: string;
}

const FlowArc = memo(function FlowArc({ layout, from, to, width, live, faint, title }: ArcProps) {
  const arc = useMemo(() => arcBetween(layout, from, to), [layout, from, to]);
  const d = pathOf(arc);
  const angle = (Math.atan2(arc.to.y - arc.control.y, arc.to.x - arc.control.x) * 180) / Math.PI;
  const unit = Math.max(0.5, layout.unit);
  return (
    <g
      className={`orrery-flow${live ? ' live' : ''}${faint ? ' faint' : ''}`}
      style={{ '--hue': shardColour(from) } as React.CSSProperties}
    >
      <title>{title}</title>
      <path className="orrery-stream" d={d} strokeWidth={width * unit} />
      <path
        className="orrery-head"
        d="M-7 -4.5L1 0L-7 4.5z"
        transform={`translate(${arc.to.x.toFixed(1)} ${arc.to.y.toFixed(1)}) rotate(${angle.toFixed(1)}) scale(${unit})`}
      />
      {live && <path className="orrery-dots" d={d} strokeWidth={(width + 2.6) * unit} />}
    </g>
  );
});
