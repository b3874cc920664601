import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { counted, whole } from '../format';
import { useSettings } from '../stores/settings';
import { hasEnded, type Subject } from '../stores/subject';
import { Drawing, MARK_RADIUS } from './Drawing';
import { valueAt } from './timeline';
import { useTimeline } from './useTimeline';
import { useWidth } from './useWidth';

/** The run along its ticks. Pointing at it, or the arrow keys, tells what was at a tick; it moves nothing. */
export function TimeChart({ subject }: { subject: Subject }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [inspected, inspect] = useState<number | null>(null);
  const name = useSettings((s) => s.timeSeries);
  const timeline = useTimeline(subject, name);
  const tick = useStore(subject.live, (s) => Math.max(0, s.frame?.tick ?? 0));
  const over = useStore(subject.live, (s) => s.frame !== null && hasEnded(s.frame.status));
  const expected = useStore(subject.live, (s) => s.overview?.endTick ?? null);
  const commands = useStore(subject.live, (s) => s.commands);
  const rows = useMemo(() => commands?.rows ?? [], [commands]);
  // Room for what is planned after the expected end, so that no mark falls off the edge.
  const lastPlanned = rows.reduce((last, row) => Math.max(last, row.tick), 0);
  const endTick = Math.max(1, tick, expected ?? 0, over ? 0 : lastPlanned);
  const xOf = (t: number) => Math.min(1, t / endTick) * width;

  const inspectAt = (event: PointerEvent<HTMLDivElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    inspect(Math.round(Math.min(1, Math.max(0, (event.clientX - left) / width)) * endTick));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stride = event.shiftKey ? Math.max(1, Math.round(endTick / 20)) : 1;
    const from = inspected ?? tick;
    const to: Record<string, number> = {
      ArrowLeft: from - stride,
      ArrowRight: from + stride,
      Home: 0,
      End: endTick,
    };
    if (event.key === 'Escape') inspect(null);
    if (to[event.key] === undefined) return;
    event.preventDefault();
    inspect(Math.min(endTick, Math.max(0, to[event.key])));
  };

  const value =
    inspected === null || inspected > tick || timeline === null ? null : valueAt(timeline.series, inspected);
  const near =
    inspected === null ? [] : rows.filter((row) => Math.abs(xOf(row.tick) - xOf(inspected)) <= MARK_RADIUS);
  const outage = timeline?.outages.find(
    (band) =>
      inspected !== null &&
      inspected >= band.fromTick &&
      inspected < (band.toTick ?? tick + 1) &&
      inspected <= tick,
  );
  const lines = [
    ...(value === null ? [] : [valueWords(name, value)]),
    ...(outage === undefined ? [] : [`Out: ${outage.nodes.filter(Boolean).join(', ') || 'a node'}`]),
    ...near.slice(0, 3).map((row) => `Tick ${whole(row.tick)}: ${row.words} (${row.outcome})`),
    ...(inspected !== null && inspected > tick && near.length === 0 ? ['Still to come'] : []),
  ];
  const shownTick = inspected ?? tick;

  return (
    <div
      ref={box}
      className="timebar-chart"
      role="slider"
      tabIndex={0}
      aria-label="Look at a tick"
      aria-valuemin={0}
      aria-valuemax={endTick}
      aria-valuenow={shownTick}
      aria-valuetext={[`Tick ${whole(shownTick)}`, ...lines].join('. ')}
      onPointerMove={inspectAt}
      onPointerDown={inspectAt}
      onPointerLeave={() => inspect(null)}
      onBlur={() => inspect(null)}
      onKeyDown={onKeyDown}
    >
      <Drawing
        width={width}
        endTick={endTick}
        tick={tick}
        timeline={timeline}
        rows={rows}
        inspected={inspected}
        over={over}
      />
      {inspected !== null && (
        <div
          className="timebar-tip"
          style={{ left: Math.min(Math.max(xOf(inspected), 90), Math.max(90, width - 90)) }}
        >
          <strong>Tick {whole(inspected)}</strong>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
    </div>
  );
}

function valueWords(name: 'queued' | 'throughput', value: number): string {
  return name === 'queued' ? `${counted(value, 'job')} waiting` : `${counted(value, 'job')} done a tick`;
}
