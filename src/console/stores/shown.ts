import { useRoute } from '../url';
import { useReports } from './reports';
import { useRun } from './run';
import type { Subject } from './subject';

/** The run or report on the screen, or null. */
export function shownSubject(): Subject | null {
  const { url } = useRoute.getState();
  if (url.screen !== 'subject') return null;
  if (url.kind === 'report')
    return useReports.getState().reports.find((r) => r.subject.id === url.id)?.subject ?? null;
  const run = useRun.getState();
  return run.phase === 'open' && run.subject.id === url.id ? run.subject : null;
}
