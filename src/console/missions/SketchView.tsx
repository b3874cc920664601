import { useMemo } from 'react';
import type { Plan } from '../../plan';
import { shardColour } from '../answer';
import { SKETCH, sketchOf } from './sketch';

/** The mission's own shards as a small picture. */
export function SketchView({ plan }: { plan: Plan }) {
  const { orbits, bodies, streams } = useMemo(() => sketchOf(plan), [plan]);
  const [cx, cy] = [SKETCH.width / 2, SKETCH.height / 2];
  return (
    <svg className="sketch" viewBox={`0 0 ${SKETCH.width} ${SKETCH.height}`} aria-hidden="true">
      {orbits.map(({ rx, ry }) => (
        <ellipse key={rx} cx={cx} cy={cy} rx={rx} ry={ry} fill="none" stroke="var(--line)" />
      ))}
      {streams.map(({ shard, path }) => (
        <path key={path} d={path} fill="none" stroke={shardColour(shard)} strokeWidth={2} opacity={0.45} />
      ))}
      <circle cx={cx} cy={cy} r={3} fill="var(--ink)" />
      {bodies.map((body) => (
        <circle key={body.shard} cx={body.x} cy={body.y} r={body.radius} fill={shardColour(body.shard)} />
      ))}
    </svg>
  );
}
