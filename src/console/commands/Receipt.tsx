import { useStore } from 'zustand';
import { whole } from '../format';
import type { Subject } from '../stores/subject';

export interface Given {
  title: string;
  tick: number;
  sequence: number;
}

/** What became of the command just given: first that it was written down, then what it did. */
export function Receipt({ subject, given }: { subject: Subject; given: Given }) {
  const row = useStore(
    subject.live,
    (s) => s.commands?.rows.find((r) => r.sequence === given.sequence) ?? null,
  );
  const standing = useStore(subject.live, (s) => s.playing === null);
  const outcome = row?.outcome ?? 'scheduled';
  const tone = outcome === 'executed' ? 'good' : outcome === 'rejected' ? 'bad' : 'neutral';
  return (
    <div className={`deck-receipt tone-${tone}`} role="status">
      <strong>
        Receipt {whole(given.sequence + 1)}: {given.title}
      </strong>
      {outcome === 'executed' && (
        <p>
          Executed at tick {whole(given.tick)}. {row?.effect}
        </p>
      )}
      {outcome === 'rejected' && (
        <p>
          Rejected at tick {whole(given.tick)}: {row?.reason}
        </p>
      )}
      {(outcome === 'scheduled' || outcome === 'pending') && (
        <p>
          Written down. It acts at tick {whole(given.tick)}
          {standing ? ', when the run goes on.' : '.'}
        </p>
      )}
    </div>
  );
}
