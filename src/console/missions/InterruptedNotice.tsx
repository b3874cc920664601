import { whole } from '../format';
import { useLibrary } from '../stores/library';
import { useRun } from '../stores/run';
import { continueRun } from './continuing';

/** The first thing to know after a page was closed in the middle: nothing is lost, go on. */
export function InterruptedNotice() {
  const entries = useLibrary((s) => s.entries);
  const openId = useRun((s) => (s.phase === 'open' ? s.subject.id : null));
  const newest = entries?.[0];
  if (
    newest === undefined ||
    newest.state !== 'interrupted' ||
    newest.status === 'ready' ||
    newest.runId === openId
  )
    return null;
  const about = newest.endTickEstimate === null ? '' : ` of about ${whole(newest.endTickEstimate)}`;
  return (
    <section className="interrupted" aria-label="Interrupted mission">
      <p>
        <strong>{newest.title}</strong> stopped at tick {whole(newest.tick)}
        {about}. Continue?
      </p>
      <button type="button" className="btn primary" onClick={() => continueRun(newest.runId)}>
        Continue
      </button>
    </section>
  );
}
