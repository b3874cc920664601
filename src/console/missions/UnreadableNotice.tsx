import { ProblemList } from '../shell/ProblemList';
import { forgetUnreadable, useDrop } from '../stores/drop';
import { useIntoSight } from './useIntoSight';

/** Something was dropped that could not be read at all: where, why, and what to do. */
export function UnreadableNotice() {
  const unreadable = useDrop((s) => s.unreadable);
  const notice = useIntoSight<HTMLElement>(unreadable);
  if (unreadable === null) return null;
  return (
    <section className="card unreadable tone-bad" role="alert" ref={notice}>
      <h2>
        {unreadable.name === '' ? 'What was dropped' : <code>{unreadable.name}</code>} could not be read
      </h2>
      <ProblemList problems={unreadable.problems} />
      <div className="start-buttons">
        <span className="hint">Your files are unchanged. What was open stays open.</span>
        <button type="button" className="btn" onClick={forgetUnreadable}>
          Close
        </button>
      </div>
    </section>
  );
}
