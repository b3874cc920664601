import { openRun } from '../stores/run';
import { useSettings } from '../stores/settings';
import { go, type UrlState } from '../url';

/** Where a run of the library is looked at. */
export const runUrl = (runId: string): UrlState => ({
  screen: 'subject',
  kind: 'run',
  id: runId,
  tab: 'brief',
  filters: {},
  open: null,
});

/** Opens an interrupted run exactly where it stood and moves it on. */
export function continueRun(runId: string): void {
  void openRun(runId, useSettings.getState().pace);
  go(runUrl(runId));
}
