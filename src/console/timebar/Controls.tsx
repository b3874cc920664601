import { useStore } from 'zustand';
import type { Pace } from '../../runner';
import { Icon } from '../shell/Icon';
import { pause, play, step } from '../stores/moving';
import { useSettings } from '../stores/settings';
import { hasEnded, type Subject } from '../stores/subject';

const PACES: { words: string; title: string; pace: Pace }[] = [
  { words: 'Rehearse', title: 'As fast as this machine can', pace: { kind: 'rehearse' } },
  { words: '1', title: 'Fly: 1 tick a second', pace: { kind: 'fly', ticksPerSecond: 1 } },
  { words: '10', title: 'Fly: 10 ticks a second', pace: { kind: 'fly', ticksPerSecond: 10 } },
  { words: '60', title: 'Fly: 60 ticks a second', pace: { kind: 'fly', ticksPerSecond: 60 } },
];
const same = (a: Pace, b: Pace): boolean =>
  a.kind === b.kind && (a.kind === 'rehearse' || (b.kind === 'fly' && a.ticksPerSecond === b.ticksPerSecond));

/** Play, one step, and how fast. */
export function Controls({ subject }: { subject: Subject }) {
  const playing = useStore(subject.live, (s) => s.playing);
  const still = useStore(
    subject.live,
    (s) => s.failure !== null || (s.frame !== null && hasEnded(s.frame.status)),
  );
  const chosen = useSettings((s) => s.pace);
  const pace = playing ?? chosen;
  if (still) return null;

  function choose(next: Pace): void {
    useSettings.setState({ pace: next });
    if (playing !== null) void play(subject, next);
  }

  return (
    <div className="timebar-controls">
      <button
        type="button"
        className="timebar-play"
        aria-label={playing === null ? 'Play' : 'Pause'}
        title={`${playing === null ? 'Play' : 'Pause'} (space)`}
        onClick={() => void (playing === null ? play(subject, pace) : pause(subject))}
      >
        <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true" fill="currentColor">
          {playing === null ? <path d="M2.5 1v14L13 8z" /> : <path d="M1 1h4v14H1zM9 1h4v14H9z" />}
        </svg>
      </button>
      <button
        type="button"
        className="btn icon"
        aria-label="One tick forward"
        title="One tick forward (.)"
        onClick={() => void step(subject)}
      >
        <Icon name="step" size={16} />
      </button>
      <fieldset className="segmented timebar-pace">
        <legend className="visually-hidden">Speed, in ticks a second</legend>
        {PACES.map((option) => (
          <button
            key={option.words}
            type="button"
            title={option.title}
            aria-label={option.title}
            aria-pressed={same(option.pace, pace)}
            onClick={() => choose(option.pace)}
          >
            {option.words}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
