import type { Proof, Verdict } from '../../report';
import { duration } from '../format';

const MARKS: Record<Verdict, { sign: string; words: string; tone: string }> = {
  yes: { sign: '✓', words: 'Yes', tone: 'good' },
  no: { sign: '!', words: 'No', tone: 'bad' },
  unknown: { sign: '?', words: 'Not known', tone: 'unknown' },
};
/** Details beyond this many open on request. */
const SHOWN = 5;

/** One verdict: a mark, its name, what was found, and how long the check took. */
export function Sentence({ sentence }: { sentence: Proof['sentences'][number] }) {
  const mark = MARKS[sentence.verdict];
  const { details, elapsedMs } = sentence;
  return (
    <li className={`proof-sentence tone-${mark.tone}`}>
      <span className="proof-mark" aria-hidden="true">
        {mark.sign}
      </span>
      <h3>
        {sentence.title}
        <span className="visually-hidden">: {mark.words}</span>
      </h3>
      <div>
        <p>{sentence.sentence}</p>
        {details.length > 0 && details.length <= SHOWN && <Details details={details} />}
        {details.length > SHOWN && (
          <details>
            <summary>{details.length} findings</summary>
            <Details details={details} />
          </details>
        )}
      </div>
      {elapsedMs !== null && (
        <span className="proof-time">{elapsedMs < 1 ? '<1 ms' : duration(elapsedMs)}</span>
      )}
    </li>
  );
}

function Details({ details }: { details: string[] }) {
  return (
    <ul className="proof-details">
      {details.map((detail) => (
        <li key={detail}>{detail}</li>
      ))}
    </ul>
  );
}
