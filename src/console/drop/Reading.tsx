import type { DropProgress } from '../../runner';
import { bytes, counted, whole } from '../format';
import { cancelReading, useDrop } from '../stores/drop';

/** How far the reading of a drop is: a count, a rate, and a way out that works at once. */
export function Reading() {
  const reading = useDrop((s) => s.reading);
  if (reading === null) return null;
  const { name, progress, startedAtMs } = reading;
  const seconds = (performance.now() - startedAtMs) / 1000;
  return (
    <section className="drop-reading" role="status" aria-label="Reading what was dropped">
      <div>
        <strong>{name === '' ? progress.words : `${progress.words}, ${name}`}</strong>
        <span className="hint">
          {progressWords(progress)}
          {seconds > 0.5 && progress.done > 0 && `, ${rateWords(progress, seconds)}`}
        </span>
      </div>
      <button type="button" className="btn" onClick={cancelReading}>
        Cancel
      </button>
      <progress
        aria-label={progress.words}
        value={progress.total > 0 ? progress.done : undefined}
        max={progress.total > 0 ? progress.total : undefined}
      />
    </section>
  );
}

const amount = (n: number, unit: DropProgress['unit']): string => (unit === 'bytes' ? bytes(n) : whole(n));

function progressWords({ done, total, unit }: DropProgress): string {
  const word = unit === 'bytes' ? '' : ` ${unit}`;
  if (total <= 0) return unit === 'bytes' ? bytes(done) : counted(done, unit.slice(0, -1));
  return `${amount(done, unit)} of ${amount(total, unit)}${word}`;
}

function rateWords({ done, unit }: DropProgress, seconds: number): string {
  return `${amount(Math.round(done / seconds), unit)}${unit === 'bytes' ? '' : ` ${unit}`} a second`;
}
