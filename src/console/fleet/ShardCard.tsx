import { memo } from 'react';
import { shardColour } from '../answer';
import { counted, percent, whole } from '../format';

export interface ShardCardProps {
  shard: number;
  name: string;
  latencyBudgetMs: number;
  queued: number;
  inbound: number;
  maxQueue: number;
  used: number;
  slots: number;
  completed: number;
  failed: number;
  /** One letter a node: o online, b busy, x offline. */
  nodes: string;
  pause: number;
  alert: boolean;
  onOpen(shard: number): void;
}

/** One shard as a card: how full, how busy, what is wrong. */
export const ShardCard = memo(function ShardCard(p: ShardCardProps) {
  const gone = [...p.nodes].filter((n) => n === 'x').length;
  return (
    <li
      className={p.alert ? 'shard-card alert' : 'shard-card'}
      style={{ '--hue': shardColour(p.shard) } as React.CSSProperties}
    >
      <header>
        <span className="dot" />
        <h3>
          <button type="button" onClick={() => p.onOpen(p.shard)}>
            {p.name}
          </button>
        </h3>
        <State pause={p.pause} alert={p.alert} gone={gone} />
      </header>
      <Gauge label="Waiting" value={p.queued} of={p.maxQueue} unit="job" hot={p.alert} />
      <Gauge label="Slots in use" value={p.used} of={p.slots} unit="slot" hot={false} />
      <dl>
        <div>
          <dt>Completed</dt>
          <dd>{whole(p.completed)}</dd>
        </div>
        <div>
          <dt>Budget</dt>
          <dd>{whole(p.latencyBudgetMs)} ms</dd>
        </div>
        <div>
          <dt>{p.failed > 0 ? 'Failed' : 'Arriving'}</dt>
          <dd className={p.failed > 0 ? 'bad' : undefined}>{whole(p.failed > 0 ? p.failed : p.inbound)}</dd>
        </div>
        <div>
          <dt>Nodes</dt>
          <dd
            className="node-lights"
            title={`${p.nodes.length - gone} of ${counted(p.nodes.length, 'node')} online`}
          >
            {p.nodes.length <= 12 ? (
              <Lights nodes={p.nodes} />
            ) : (
              `${whole(p.nodes.length - gone)} of ${whole(p.nodes.length)}`
            )}
            <span className="visually-hidden">
              {p.nodes.length - gone} of {p.nodes.length} online
            </span>
          </dd>
        </div>
      </dl>
    </li>
  );
});

function Lights({ nodes }: { nodes: string }) {
  return [...nodes].map((n, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a node is its number
    <i key={i} className={n === 'x' ? 'gone' : n === 'o' ? 'idle' : undefined} />
  ));
}

function State({ pause, alert, gone }: { pause: number; alert: boolean; gone: number }) {
  if (pause > 0) return <span className="shard-state warn">{pause === 2 ? 'Frozen' : 'Paused'}</span>;
  if (gone > 0) return <span className="shard-state bad">{counted(gone, 'node')} offline</span>;
  if (alert) return <span className="shard-state warn">Queue alert</span>;
  return <span className="shard-state">Routing</span>;
}

function Gauge(p: { label: string; value: number; of: number; unit: string; hot: boolean }) {
  const share = p.of > 0 ? Math.min(1, p.value / p.of) : 0;
  return (
    <div className={p.hot ? 'gauge hot' : 'gauge'}>
      <span>{p.label}</span>
      <b>
        {whole(p.value)} <small>of {whole(p.of)}</small>
      </b>
      <span className="gauge-bar" title={`${whole(p.value)} of ${counted(p.of, p.unit)}, ${percent(share)}`}>
        <i style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  );
}
