import { useState } from 'react';
import type { Problem } from '../../plan';
import { counted, whole } from '../format';
import './problem-list.css';

const FIRST_SHOWN = 20;

/** "2 errors, 1 warning". */
export function problemCounts(problems: Problem[]): string {
  const errors = problems.filter((p) => p.severity === 'error').length;
  const warnings = problems.length - errors;
  return [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
    .filter((s) => s !== '')
    .join(', ');
}

/** Each problem with where it is, what is wrong and what to do; errors first, in the order they were found. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  const [all, setAll] = useState(false);
  const ordered = [
    ...problems.filter((p) => p.severity === 'error'),
    ...problems.filter((p) => p.severity !== 'error'),
  ];
  const shown = all ? ordered : ordered.slice(0, FIRST_SHOWN);
  return (
    <>
      <ol className="problems">
        {shown.map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place in the list
          <li key={i} className={`problem tone-${problem.severity === 'error' ? 'bad' : 'warn'}`}>
            <span className="problem-mark">{problem.severity === 'error' ? 'Error' : 'Warning'}</span>
            <div>
              <p>{marked(sentence(problem.reason))}</p>
              {problem.remedy !== '' && <p className="lead">{marked(sentence(problem.remedy))}</p>}
              <p className="problem-place">{whereOf(problem)}</p>
            </div>
          </li>
        ))}
      </ol>
      {ordered.length > shown.length && (
        <button type="button" className="btn" onClick={() => setAll(true)}>
          Show all {whole(ordered.length)}
        </button>
      )}
    </>
  );
}

function whereOf({ file, line, place }: Problem): string {
  return [file, line === null ? '' : `line ${whole(line)}`, place].filter((s) => s !== '').join(' · ');
}

function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  return `${trimmed[0].toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? '' : '.'}`;
}

/** Names from files stand in backticks in our sentences; on the screen they are set as code. */
function marked(text: string) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, never reordered
  return text.split('`').map((piece, i) => (i % 2 === 1 ? <code key={i}>{piece}</code> : piece));
}
