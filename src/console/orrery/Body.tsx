import { memo } from 'react';
import { shortName } from './labels';
import { type OrreryBody, QUEUE_AT } from './layout';
import { arcPath, type Moons } from './moons';

export interface BodyProps {
  shard: number;
  body: OrreryBody;
  unit: number;
  small: boolean;
  colour: string;
  /** One letter a node: o online, b online and busy, x offline. */
  nodes: string;
  /** In hundredths, so that a change nobody could see does not draw. */
  busy: number;
  queue: number;
  /** Below the alert threshold, above it, or paused. */
  alert: boolean;
  paused: string;
  name: string;
  waiting: string;
  busyWords: string;
  spoken: string;
  tabStop: boolean;
  onOpen(shard: number): void;
  onLook(shard: number | null): void;
  onMove(shard: number, by: number): void;
}

/** One shard: core, ring of use, arc of queue, moons, name. Everything relative to its centre. */
export const Body = memo(function Body(p: BodyProps) {
  const { body, unit, small } = p;
  const ringWidth = Math.max(2, 5 * unit);
  const core = Math.max(1.5, body.ring - Math.max(2.5, 7 * unit));
  const queueAt = body.ring + (small ? Math.max(2.6, 3.5 * unit * 2) : QUEUE_AT * unit);
  const queueWidth = Math.max(1.4, 3.5 * unit);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand inside a drawing
    <g
      className={`orrery-body${p.alert ? ' alert' : ''}${p.paused === '' ? '' : ' paused'}`}
      transform={`translate(${body.x.toFixed(1)} ${body.y.toFixed(1)})`}
      style={{ '--hue': p.colour } as React.CSSProperties}
      role="button"
      tabIndex={p.tabStop ? 0 : -1}
      aria-label={p.spoken}
      data-shard={p.shard}
      onClick={() => p.onOpen(p.shard)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          p.onOpen(p.shard);
        }
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (by !== undefined) {
          event.preventDefault();
          p.onMove(p.shard, by);
        }
      }}
      onPointerEnter={() => p.onLook(p.shard)}
      onPointerLeave={() => p.onLook(null)}
      onFocus={() => p.onLook(p.shard)}
      onBlur={() => p.onLook(null)}
    >
      <circle className="orrery-hit" r={body.extent} />
      <circle className="orrery-track" r={body.ring} strokeWidth={ringWidth} />
      <circle className="orrery-core" r={core} />
      <Share className="orrery-busy" radius={body.ring} width={ringWidth} hundredths={p.busy} />
      {!small && <circle className="orrery-track thin" r={queueAt} strokeWidth={Math.max(1, 1.6 * unit)} />}
      <Share className="orrery-queue" radius={queueAt} width={queueWidth} hundredths={p.queue} />
      {p.paused !== '' && <Bars size={core * 0.5} />}
      {body.moons !== null && <MoonRow moons={body.moons} nodes={p.nodes} unit={unit} />}
      {small && p.nodes.includes('x') && (
        <circle className="orrery-gone-pip" cx={-queueAt * 0.72} cy={-queueAt * 0.72} r={2.4} />
      )}
      <circle className="orrery-focus" r={queueAt + 5 * Math.max(0.5, unit)} />
      {body.label !== null && (
        <g
          className="orrery-label"
          textAnchor={body.label.anchor}
          transform={`translate(${(body.label.x - body.x).toFixed(1)} ${(body.label.y - body.y).toFixed(1)})`}
        >
          <text className="name" y={14}>
            {shortName(p.name)}
          </text>
          <text y={31} className={p.alert ? 'hot' : undefined}>
            {p.waiting}
          </text>
          <text y={47}>{p.paused === '' ? p.busyWords : p.paused}</text>
        </g>
      )}
    </g>
  );
});

/** A share of a circle from the top, clockwise; drawn as one dash so that only an attribute changes. */
function Share(p: { className: string; radius: number; width: number; hundredths: number }) {
  if (p.hundredths <= 0) return null;
  return (
    <circle
      className={p.className}
      r={p.radius}
      strokeWidth={p.width}
      pathLength={100}
      strokeDasharray={p.hundredths >= 100 ? undefined : `${p.hundredths} 100`}
      strokeLinecap={p.hundredths >= 100 ? 'butt' : 'round'}
      transform="rotate(-90)"
    />
  );
}

function Bars({ size }: { size: number }) {
  const w = size * 0.42;
  return (
    <g className="orrery-bars">
      <rect x={-size * 0.75} y={-size} width={w} height={size * 2} rx={w * 0.2} />
      <rect x={size * 0.75 - w} y={-size} width={w} height={size * 2} rx={w * 0.2} />
    </g>
  );
}

function MoonRow({ moons, nodes, unit }: { moons: Moons; nodes: string; unit: number }) {
  if (moons.places === null) {
    const gone = [...nodes].filter((n) => n === 'x').length / nodes.length;
    const cut = moons.from + (moons.to - moons.from) * (1 - gone);
    return (
      <g fill="none" strokeWidth={4 * unit}>
        <path className="orrery-moons-lit" d={arcPath(moons.radius, moons.from, cut)} />
        {gone > 0 && <path className="orrery-moons-gone" d={arcPath(moons.radius, cut, moons.to)} />}
      </g>
    );
  }
  const r = 4.4 * unit;
  const arm = r * 0.52;
  return moons.places.map(({ x, y }, i) =>
    nodes[i] === 'x' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a node is its number
      <g key={i} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} className="orrery-moon-gone">
        <circle r={r} />
        <path d={`M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`} />
      </g>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a node is its number
      <circle key={i} className={nodes[i] === 'b' ? 'orrery-moon' : 'orrery-moon idle'} cx={x} cy={y} r={r} />
    ),
  );
}
