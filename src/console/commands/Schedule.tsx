import { useState } from 'react';
import type { CommandsView } from '../../report';
import { counted, whole } from '../format';
import { openDeck } from '../stores/deck';

/** A schedule may hold 100,000 commands; a page of them at a time. */
const PORTION = 200;

type Row = CommandsView['rows'][number];
const OUTCOMES: Record<Row['outcome'], { words: string; tone: string }> = {
  executed: { words: 'Executed', tone: 'good' },
  rejected: { words: 'Rejected', tone: 'bad' },
  pending: { words: 'Never came due', tone: 'warn' },
  scheduled: { words: 'Scheduled', tone: 'neutral' },
};

/** Every command of the run in the order they act, with what became of it. */
export function Schedule({
  rows,
  loading,
  steerable,
}: {
  rows: Row[];
  loading: boolean;
  steerable: boolean;
}) {
  const [shown, setShown] = useState(PORTION);
  if (loading) return <div className="schedule" />;
  if (rows.length === 0)
    return (
      <section className="schedule empty">
        <h2>No commands</h2>
        <p>
          {steerable
            ? 'This mission has no schedule of its own. What you do here is listed with its receipt, and a replay does the same again.'
            : 'Nobody stepped in while this ran.'}
        </p>
      </section>
    );
  return (
    <section className="schedule" aria-label="All commands">
      <h2>
        {counted(rows.length, 'command')}
        <span className="hint">{summaryOf(rows)}</span>
      </h2>
      <ol>
        {rows.slice(0, shown).map((row) => (
          <li key={row.sequence} className={`schedule-row ${row.outcome}`}>
            <span className="schedule-tick">
              <span className="schedule-unit">tick</span> {whole(row.tick)}
            </span>
            <div>
              <p>{row.words}</p>
              {row.effect !== null && <p className="lead">{row.effect}</p>}
              {row.reason !== null && <p className="lead">{row.reason}</p>}
              {row.note !== null && <p className="hint">{row.note}</p>}
              <p className="hint">
                <code>{row.type}</code> {row.origin === 'plan' ? 'from the mission' : 'given by you'}
                {steerable && (
                  <button type="button" className="deck-look" onClick={() => openDeck(row.command)}>
                    Use again
                  </button>
                )}
              </p>
            </div>
            <span className={`schedule-outcome tone-${OUTCOMES[row.outcome].tone}`}>
              {OUTCOMES[row.outcome].words}
            </span>
          </li>
        ))}
      </ol>
      {rows.length > shown && (
        <button type="button" className="btn" onClick={() => setShown(shown + PORTION)}>
          Show {whole(Math.min(PORTION, rows.length - shown))} more
        </button>
      )}
    </section>
  );
}

function summaryOf(rows: Row[]): string {
  const count = (outcome: Row['outcome']) => rows.filter((r) => r.outcome === outcome).length;
  return (['executed', 'rejected', 'scheduled', 'pending'] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${OUTCOMES[outcome].words.toLowerCase()}`)
    .join(', ');
}
