import { useStore } from 'zustand';
import { whole } from '../format';
import { showDialog } from '../stores/dialogs';
import { openRun } from '../stores/run';
import type { Subject } from '../stores/subject';

/** A failed engine stays failed and says why; what was written down can still be saved or continued. */
export function FailureNotice({ subject }: { subject: Subject }) {
  const failure = useStore(subject.live, (s) => s.failure);
  const trouble = useStore(subject.live, (s) => s.trouble);
  if (failure === null) return trouble === null ? null : <Trouble subject={subject} words={trouble} />;
  return (
    <section className="notice tone-bad" role="alert">
      <h2>The engine failed{failure.tick === null ? '' : ` at tick ${whole(failure.tick)}`}</h2>
      <p>{failure.message}</p>
      {failure.lastEvents.length > 0 && (
        <>
          <p className="hint">The last events before it failed</p>
          <div className="notice-events">{failure.lastEvents.join('\n')}</div>
        </>
      )}
      <p className="lead">
        Nothing that was written down is lost. Save the report of what was, or open the run again from the
        last state the vault kept.
      </p>
      <div className="notice-actions">
        <button type="button" className="btn primary" onClick={() => void openRun(subject.id, null)}>
          Open it again
        </button>
        <button type="button" className="btn" onClick={() => showDialog('save')}>
          Save the report of what was
        </button>
      </div>
    </section>
  );
}

function Trouble({ subject, words }: { subject: Subject; words: string }) {
  return (
    <section className="notice tone-warn" role="alert">
      <p>This view did not answer: {words}</p>
      <div className="notice-actions">
        <button type="button" className="btn" onClick={() => void subject.refresh()}>
          Ask again
        </button>
      </div>
    </section>
  );
}
