import { create } from 'zustand';
import type { Plan, Problem, ScheduledCommand } from '../../plan';
import type { BundledReport, DropProgress, Dropped, DroppedFile, Estimate } from '../../runner';
import { type Collected, collect, nameOfDrop, type Source } from '../drop/collect';
import { go, useRoute } from '../url';
import { door } from './door';
import { library } from './library';
import { addReport } from './reports';
import { wordsOf } from './subject';

export interface DroppedMission {
  name: string;
  plan: Plan;
  commands: ScheduledCommand[];
  problems: Problem[];
  /** null while it is being worked out, or when it cannot be. */
  estimate: Estimate | null;
}

/** What the last drop became. A new drop replaces it only when it turns out to be something. */
export interface DropState {
  reading: { name: string; progress: DropProgress; startedAtMs: number; abort: AbortController } | null;
  mission: DroppedMission | null;
  unreadable: { name: string; problems: Problem[] } | null;
}

export const useDrop = create<DropState>(() => ({ reading: null, mission: null, unreadable: null }));

/** Reads what was dropped; `sources` must have been taken inside the event handler. */
export function readSources(sources: Source[]): Promise<void> {
  return readAll((onFile, signal) => collect(sources, onFile, signal));
}

/** Reads files chosen with a button. */
export function readFiles(files: DroppedFile[]): Promise<void> {
  return readAll(async () => ({ files, unread: [] }));
}

export const cancelReading = (): void => useDrop.getState().reading?.abort.abort();
export const forgetMission = (): void => useDrop.setState({ mission: null });
export const forgetUnreadable = (): void => useDrop.setState({ unreadable: null });

type Gather = (onFile: (count: number) => void, signal: AbortSignal) => Promise<Collected>;

function readAll(gather: Gather): Promise<void> {
  return reading('', async (show, signal) => {
    const found = await gather(
      (done) => show({ words: 'Finding files', done, total: 0, unit: 'files' }),
      signal,
    );
    const name = nameOfDrop(found.files);
    const dropped = await (await door()).readDropped(found.files, (p) => show(p, name), signal);
    await become(
      name,
      { ...dropped, problems: [...found.unread.map(notOpened), ...dropped.problems] },
      signal,
    );
  });
}

/** Opens a report that came with the page. */
export function openBundled(report: BundledReport): Promise<void> {
  return reading(report.name, async (show, signal) => {
    show({ words: 'Reading', done: 0, total: 0, unit: 'files' }, report.name);
    await become(report.name, await report.open(), signal);
  });
}

/** One reading at a time; a later one cancels the one before, and no failure leaves the page without a word. */
async function reading(
  called: string,
  act: (show: (progress: DropProgress, name?: string) => void, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  cancelReading();
  const abort = new AbortController();
  const startedAtMs = performance.now();
  let known = called;
  const show = (progress: DropProgress, name = called) => {
    known = name;
    if (!abort.signal.aborted) useDrop.setState({ reading: { name, progress, startedAtMs, abort } });
  };
  show({ words: 'Looking at what was dropped', done: 0, total: 0, unit: 'files' });
  try {
    await act(show, abort.signal);
  } catch (error) {
    const problem = {
      ...NOWHERE,
      severity: 'error' as const,
      reason: wordsOf(error),
      remedy: 'What was dropped is unchanged.',
    };
    if (!abort.signal.aborted) unreadable(known, [problem]);
  } finally {
    if (useDrop.getState().reading?.abort === abort) useDrop.setState({ reading: null });
  }
}

const NOWHERE = { file: '', place: '', line: null } as const;

const notOpened = ({ path, words }: Collected['unread'][number]): Problem => ({
  ...NOWHERE,
  severity: 'error',
  file: path,
  reason: `the browser could not open it: ${words}`,
  remedy: 'Drop it again, or choose it with the button.',
});

async function become(name: string, dropped: Dropped, signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    if (dropped.kind === 'report') await dropped.dispose();
    return;
  }
  const { problems } = dropped;
  if (dropped.kind === 'unreadable') return unreadable(name, problems);
  useDrop.setState({ unreadable: null });
  if (dropped.kind === 'report') {
    const { id } = await addReport(dropped);
    // A link to this very report waits for its files: what it points at stays.
    const { url } = useRoute.getState();
    if (url.screen === 'subject' && url.kind === 'report' && url.id === id) return;
    go({ screen: 'subject', kind: 'report', id, tab: 'brief', filters: {}, open: null });
    return;
  }
  const { plan, commands } = dropped;
  const mission: DroppedMission = { name, plan, commands, problems, estimate: null };
  useDrop.setState({ mission });
  go({ screen: 'missions' });
  if (problems.some((p) => p.severity === 'error')) return;
  const estimate = await (await library()).estimate(plan).catch(() => null);
  useDrop.setState(({ mission: shown }) => (shown === mission ? { mission: { ...mission, estimate } } : {}));
}

function unreadable(name: string, problems: Problem[]): void {
  useDrop.setState({ unreadable: { name, problems } });
  go({ screen: 'missions' });
}
