import { useStore } from 'zustand';
import { openDeck } from '../stores/deck';
import { showDialog } from '../stores/dialogs';
import { hasEnded, type Subject } from '../stores/subject';
import { shortDigest } from '../words';
import { copyText } from './clipboard';
import { Icon } from './Icon';
import { reportWords, statusWords } from './status';
import './header.css';

/** Title, how it stands, what identifies it, and the two things a director does with it. */
export function Header({ subject }: { subject: Subject }) {
  const status = useStatus(subject);
  const digest = useStore(subject.live, (s) => s.overview?.digest ?? null);
  // What has ended, or died, takes no more commands; its report is what is left to take.
  const over = useStore(
    subject.live,
    (s) => s.failure !== null || (s.frame !== null && hasEnded(s.frame.status)),
  );
  return (
    <header className="header">
      <h1 title={subject.description.title}>{subject.description.title}</h1>
      <div className="header-pills">
        <span className="pill" role="status">
          <span className={`dot tone-${status.tone}`} />
          {status.words}
        </span>
        {digest !== null && (
          <button
            type="button"
            className="pill mono"
            title={`Digest of the event log. Press to copy all of it:\n${digest}`}
            onClick={() => copyText(digest, 'Digest copied')}
          >
            <span>
              <span className="header-word">digest </span>
              {shortDigest(digest)}
            </span>
            <Icon name="copy" size={13} />
          </button>
        )}
      </div>
      {subject.session !== null && (
        <div className="header-actions no-print">
          <button type="button" className={over ? 'btn primary' : 'btn'} onClick={() => showDialog('save')}>
            Save report
          </button>
          {!over && (
            <button type="button" className="btn primary" onClick={() => openDeck(null)}>
              Give a command
            </button>
          )}
        </div>
      )}
    </header>
  );
}

function useStatus(subject: Subject) {
  const frame = useStore(subject.live, (s) => s.frame);
  const playing = useStore(subject.live, (s) => s.playing);
  const failure = useStore(subject.live, (s) => s.failure);
  return subject.kind === 'report'
    ? reportWords(frame?.status ?? null, subject.problems)
    : statusWords(frame, playing, failure);
}
