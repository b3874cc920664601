import type { Overview } from '../../report';
import { aboutCounted, percent, whole } from '../format';

/** What jobs waited for: one bar a reason, longest first. */
export function Waits({ waits }: { waits: Overview['waits'] }) {
  const total = waits.reduce((sum, w) => sum + w.ticks, 0);
  const longest = Math.max(1, ...waits.map((w) => w.ticks));
  const rows = [...waits].sort((a, b) => b.ticks - a.ticks);
  return (
    <section className="brief-waits">
      <h3>What jobs waited for</h3>
      <p className="hint">
        {total === 0
          ? 'No job has waited yet.'
          : `${aboutCounted(total, 'tick')} of waiting, summed over all jobs.`}
      </p>
      {total > 0 && (
        <dl>
          {rows.map((w) => (
            <div key={w.reason} title={`${whole(w.ticks)} ticks`}>
              <dt>{w.words}</dt>
              <dd>
                <span className="brief-bar">
                  <i style={{ width: `${(w.ticks / longest) * 100}%` }} />
                </span>
                <b>{percent(w.ticks / total)}</b>
                <small>{aboutCounted(w.ticks, 'tick')}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
