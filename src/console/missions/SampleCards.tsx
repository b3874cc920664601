import { useEffect, useState } from 'react';
import type { Estimate } from '../../runner';
import { wordsOf } from '../stores/subject';
import { estimateWords, partsOf } from './facts';
import { SketchView } from './SketchView';
import { StartButtons } from './StartButtons';
import { estimateOf, type Sample, samples } from './samples';

/** The missions that ship with the page. */
export function SampleCards() {
  const [state, setState] = useState<{ samples: Sample[] | null; trouble: string | null }>({
    samples: null,
    trouble: null,
  });
  useEffect(() => {
    samples().then(
      (found) => setState({ samples: found, trouble: null }),
      (error) => setState({ samples: [], trouble: wordsOf(error) }),
    );
  }, []);
  if (state.trouble !== null)
    return (
      <p className="lead" role="alert">
        The samples could not be read: {state.trouble}
      </p>
    );
  return (
    <section className="samples" aria-label="Sample missions" aria-busy={state.samples === null}>
      {state.samples === null
        ? ['a', 'b'].map((key) => <div key={key} className="card sample waiting" />)
        : state.samples.map((sample, i) => <SampleCard key={sample.file} sample={sample} first={i === 0} />)}
    </section>
  );
}

function SampleCard({ sample, first }: { sample: Sample; first: boolean }) {
  const { plan, commands } = sample;
  const [estimate, setEstimate] = useState<Estimate | null>(null);
  useEffect(() => {
    let gone = false;
    estimateOf(plan).then(
      (found) => !gone && setEstimate(found),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [plan]);
  return (
    <article className="card sample">
      <SketchView plan={plan} />
      <h2>{plan.title}</h2>
      <p className="lead">{plan.summary}</p>
      <p className="hint">{partsOf(plan, commands)}</p>
      <div className="sample-foot">
        <span className="hint">{estimate === null ? '\u00a0' : estimateWords(estimate)}</span>
        <StartButtons plan={plan} commands={commands} first={first} />
      </div>
    </article>
  );
}
