import type { Problem } from '../../plan';
import { ProblemList, problemCounts } from './ProblemList';

/** What was noted while a report was read: it is shown all the same, the rest is named. */
export function ReadingNotes({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  const tone = problems.some((p) => p.severity === 'error') ? 'bad' : 'warn';
  return (
    <details className={`notice tone-${tone} no-print`}>
      <summary>While reading this report: {problemCounts(problems)}</summary>
      <ProblemList problems={problems} />
    </details>
  );
}
