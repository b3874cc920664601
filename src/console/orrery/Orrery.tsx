import { useCallback, useMemo, useRef, useState } from 'react';
import type { EntityRef, Frame, RunDescription } from '../../report';
import { busyShare, flowsNow, type NodeNow, nodeNow, shardColour, shardNow } from '../answer';
import { Body } from './Body';
import { Flows } from './Flows';
import { Look } from './Look';
import { layoutOrrery } from './layout';
import { OrreryTable } from './OrreryTable';
import './orrery.css';
import { useSize } from './useSize';
import { bodyWords, streamWords } from './words';

export interface OrreryProps {
  description: RunDescription;
  frame: Frame | null;
  onOpen(ref: EntityRef): void;
}

/** The signature picture: shards around the director, as far as their latency budget, as full as they are. */
export function Orrery({ description, frame, onOpen }: OrreryProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="orrery" aria-label="Orrery">
      <header className="orrery-head-line">
        <p className="orrery-legend">
          {asTable
            ? 'The same facts in rows, in the order of the plan.'
            : 'Distance: latency budget. Ring: how busy. Outer arc: queue against its limit. Moons: nodes. Streams: work spilling over.'}
        </p>
        <button
          type="button"
          className="orrery-toggle"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'As picture' : 'As table'}
        </button>
      </header>
      {asTable && frame !== null ? (
        <OrreryTable description={description} frame={frame} onOpen={onOpen} />
      ) : (
        <Picture description={description} frame={frame} onOpen={onOpen} />
      )}
    </section>
  );
}

function Picture({ description, frame, onOpen }: OrreryProps) {
  const holder = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(holder);
  const [looked, setLooked] = useState<number | null>(null);
  const [stop, setStop] = useState(0);
  const { shards, nodes } = description;

  const members = useMemo(() => {
    const lists: number[][] = shards.map(() => []);
    nodes.forEach((n, k) => {
      lists[n.shard]?.push(k);
    });
    return lists;
  }, [shards, nodes]);
  // Sizes follow the slots a shard owns, not those online now: bodies must not swell and shrink in a run.
  const slotsKey = frame === null ? '' : members.map((list) => slotsOf(frame, list)).join();
  const layout = useMemo(() => {
    // Before the first frame nobody knows the slots: a layout made then would only be thrown away.
    if (size === null || slotsKey === '') return null;
    const slots = slotsKey.split(',').map(Number);
    return layoutOrrery(
      shards.map((s, i) => ({
        name: s.displayName,
        latencyBudgetMs: s.latencyBudgetMs,
        slots: slots[i] || 1,
        nodes: members[i]?.length ?? 0,
      })),
      size.width,
      size.height,
    );
  }, [shards, members, size, slotsKey]);
  const names = useMemo(() => shards.map((s) => s.displayName), [shards]);

  const open = useCallback(
    (i: number) => onOpen({ kind: 'shard', id: shards[i]?.id ?? '' }),
    [onOpen, shards],
  );
  const move = useCallback(
    (from: number, by: number) => {
      const to = (from + by + shards.length) % shards.length;
      setStop(to);
      svg.current?.querySelector<SVGGElement>(`[data-shard="${to}"]`)?.focus();
    },
    [shards.length],
  );

  const now = frame === null ? [] : shards.map((_, i) => shardNow(frame, i));
  const moving = frame !== null && frame.ticksPerSecond > 0 && frame.status === 'running';
  const many = layout?.scale === 'small';
  return (
    <div className="orrery-picture" ref={holder}>
      {shards.length === 0 && (
        <p className="orrery-empty">What was read does not say which shards there were.</p>
      )}
      {layout !== null && size !== null && frame !== null && (
        <>
          {/* Two drawings, one over the other: the moving dots of the streams do not repaint the bodies. */}
          <svg
            className="orrery-ground"
            width={size.width}
            height={size.height}
            // On paper the picture is scaled, not laid out again.
            viewBox={`0 0 ${size.width} ${size.height}`}
            role="img"
            aria-label={streamWords(flowsNow(frame), names)}
          >
            <g className="orrery-rings">
              {layout.rings.map((ring) => (
                <ellipse key={ring.ms} cx={layout.orbit.x} cy={layout.orbit.y} rx={ring.rx} ry={ring.ry} />
              ))}
            </g>
            <Flows layout={layout} flows={flowsNow(frame)} moving={moving} names={names} />
            <g className="orrery-ring-numbers">
              {layout.rings.map(
                (ring) =>
                  ring.label !== null && (
                    <text key={ring.ms} x={ring.label.x} y={ring.label.y + 3.5}>
                      {ring.ms} ms
                    </text>
                  ),
              )}
            </g>
          </svg>
          {/* biome-ignore lint/a11y/useSemanticElements: a drawing with buttons in it */}
          <svg
            ref={svg}
            className="orrery-sky"
            width={size.width}
            height={size.height}
            viewBox={`0 0 ${size.width} ${size.height}`}
            role="group"
            aria-label={`${shards.length} shards around the director`}
          >
            <g className="orrery-director">
              <circle
                cx={layout.director.x}
                cy={layout.director.y}
                r={Math.min(7, layout.director.r * 0.45)}
              />
              {!many && (
                <text x={layout.director.x} y={layout.director.y + 24}>
                  director
                </text>
              )}
            </g>
            {layout.bodies.map((body, i) => {
              const shard = now[i];
              const about = shards[i];
              if (shard === undefined || about === undefined) return null;
              const mine = (members[i] ?? []).map((k) => nodeNow(frame, k));
              const words = bodyWords(about, shard, mine, frame.status === 'completed');
              return (
                <Body
                  key={about.id}
                  shard={i}
                  body={body}
                  unit={layout.unit}
                  small={many}
                  colour={shardColour(i)}
                  nodes={mine.map(moonLetter).join('')}
                  busy={hundredths(busyShare(shard), many)}
                  queue={hundredths(shard.maxQueue > 0 ? shard.queued / shard.maxQueue : 0, many)}
                  alert={shard.alert > 0}
                  paused={words.paused}
                  name={words.name}
                  waiting={words.waiting}
                  busyWords={words.busy}
                  spoken={words.spoken}
                  tabStop={!many || i === stop}
                  onOpen={open}
                  onLook={setLooked}
                  onMove={move}
                />
              );
            })}
          </svg>
          {looked !== null && (
            <Look
              layout={layout}
              shard={looked}
              description={description}
              frame={frame}
              nodes={members[looked] ?? []}
            />
          )}
        </>
      )}
    </div>
  );
}

const slotsOf = (frame: Frame, list: readonly number[]): number =>
  list.reduce((sum, k) => sum + nodeNow(frame, k).slots, 0);

const moonLetter = (n: NodeNow): string => (n.status === 1 ? 'x' : n.used > 0 ? 'b' : 'o');

/** A share in hundredths; in steps of four on bodies so small that finer ones could not be seen. */
function hundredths(share: number, small: boolean): number {
  const step = small ? 4 : 1;
  return Math.min(100, Math.round((share * 100) / step) * step);
}
