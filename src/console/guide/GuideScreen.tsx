import { useEffect } from 'react';
import type { RunDescription } from '../../report';
import { SHORTCUTS } from '../palette/shortcuts';
import { useReports } from '../stores/reports';
import { useRun } from '../stores/run';
import { TERMS } from './terms';
import './guide.css';

const STEPS = [
  {
    title: 'Rehearse',
    text: 'Choose a mission and press Start. In a moment you read one sentence on how it went, see where it hurt, and what was lost.',
  },
  {
    title: 'Steer',
    text: 'Press Fly instead. While it runs, pause a shard, bring a node back, or send a job elsewhere. Each lever says first what it will do.',
  },
  {
    title: 'Keep and prove',
    text: 'Save the report as a folder or a zip. Anyone can drop it on this page, read it, and see whether it is complete and unaltered.',
  },
];

/** A short guide: three things to do, the words, the keys. */
export function GuideScreen() {
  const run = useOpenRun();
  useEffect(() => {
    document.title = 'Guide · Orrery';
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and holds nothing else a keyboard could reach
    <main className="home guide" id="main" tabIndex={0}>
      <header>
        <h1>Guide</h1>
        <p>Three things to do, a dozen words, a few keys.</p>
      </header>
      <section aria-label="What to do">
        <ol className="guide-steps">
          {STEPS.map((step, i) => (
            <li key={step.title}>
              <span aria-hidden="true">{i + 1}</span>
              <div>
                <h2>{step.title}</h2>
                <p className="lead">{step.text}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="guide-words">
        <h2 id="guide-words">
          The words{run !== null && <span className="hint">, with examples from {run.title}</span>}
        </h2>
        <dl className="guide-terms">
          {TERMS.map((term) => (
            <div key={term.word}>
              <svg viewBox="0 0 64 48" width={64} height={48} aria-hidden="true">
                {term.picture}
              </svg>
              <dt>{term.word}</dt>
              <dd>
                {term.means}
                {run !== null && term.here !== undefined && <span className="hint">{term.here(run)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="guide-keys">
        <h2 id="guide-keys">The keys</h2>
        <dl className="guide-keys">
          {SHORTCUTS.map((shortcut) => (
            <div key={shortcut.keys}>
              <dt>
                <kbd>{shortcut.keys}</kbd>
              </dt>
              <dd>{shortcut.words}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}

function useOpenRun(): RunDescription | null {
  const run = useRun();
  const report = useReports((s) => s.reports[0]);
  if (run.phase === 'open') return run.subject.description;
  return report?.subject.description ?? null;
}
