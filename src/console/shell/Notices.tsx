import { dismiss, useNotices } from '../stores/notices';
import { Icon } from './Icon';
import './notices.css';

/** Short words at the edge of the page; read aloud politely, gone after a while. */
export function Notices() {
  const notices = useNotices((s) => s.notices);
  return (
    <div className="notices no-print" aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={`tone-${notice.tone}`}>
          <span>{notice.words}</span>
          <button type="button" aria-label="Dismiss" onClick={() => dismiss(notice.id)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
