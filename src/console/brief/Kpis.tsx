import type { Overview } from '../../report';

/** The numbers that matter; the exact one is in the tooltip and read aloud. */
export function Kpis({ kpis }: { kpis: Overview['kpis'] }) {
  return (
    <dl className="brief-kpis">
      {kpis.map((kpi) => (
        <div key={kpi.id} className={`tone-${kpi.tone}`} title={kpi.exact}>
          <dt>{kpi.label}</dt>
          <dd>
            <strong>{kpi.value}</strong> <small>{kpi.note}</small>
            <span className="visually-hidden"> (exactly {kpi.exact})</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
