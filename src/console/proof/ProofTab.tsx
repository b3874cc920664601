import type { Frame, RunView } from '../../report';
import { beatOf, useAnswer } from '../answer';
import { Files } from './Files';
import { Recount } from './Recount';
import { Sentence } from './Sentence';
import './proof.css';

/** Whether this run or report can be relied on, one sentence at a time; only what the view itself could judge. */
export function ProofTab({ view, frame }: { view: RunView; frame: Frame | null }) {
  const { answer: proof, problem } = useAnswer(() => view.proof(), 'proof', beatOf(frame));
  if (problem !== null)
    return (
      <div className="proof">
        <section className="empty" role="alert">
          <h2>The proof could not be worked out</h2>
          <p>{problem}</p>
        </section>
      </div>
    );
  if (proof === null)
    return (
      <p className="proof-waiting lead" role="status">
        Checking files and counting the events again.
      </p>
    );
  const { headline, sentences, files, recount, segments } = proof;
  return (
    <div className="proof">
      <section aria-label="Verdicts">
        <h2 className={`proof-headline tone-${headline.tone}`}>
          <Emphasised sentence={headline.sentence} emphasis={headline.emphasis} />
        </h2>
        <ol className="proof-sentences">
          {sentences.map((sentence) => (
            <Sentence key={sentence.id} sentence={sentence} />
          ))}
        </ol>
        {files.length > 0 && <Files files={files} />}
      </section>
      <aside className="card proof-side">
        <Recount recount={recount} segments={segments} />
      </aside>
    </div>
  );
}

function Emphasised({ sentence, emphasis }: { sentence: string; emphasis: string | null }) {
  const at = emphasis === null ? -1 : sentence.indexOf(emphasis);
  if (emphasis === null || at < 0) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <em>{emphasis}</em>
      {sentence.slice(at + emphasis.length)}
    </>
  );
}
