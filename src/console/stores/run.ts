import { create } from 'zustand';
import type { Plan, ScheduledCommand } from '../../plan';
import type { Pace, Session } from '../../runner';
import { go } from '../url';
import { library, refreshLibrary } from './library';
import { play } from './moving';
import { say } from './notices';
import { hasEnded, openSubject, type Subject, wordsOf } from './subject';

/** The one live run of this page. */
export type RunState =
  | { phase: 'none' }
  | { phase: 'opening'; words: string; id: string | null }
  | { phase: 'open'; subject: Subject }
  | { phase: 'unavailable'; id: string | null; words: string };

export const useRun = create<RunState>(() => ({ phase: 'none' }) as RunState);
const setRun = (state: RunState) => useRun.setState(state, true);

/** Starts a mission and shows it. `pace` null prepares it and leaves it standing at its first tick. */
export function startMission(plan: Plan, commands: ScheduledCommand[], pace: Pace | null): Promise<void> {
  go({ screen: 'run' });
  return take(null, `Preparing ${plan.title}`, async () => (await library()).create(plan, commands), pace);
}

/** Opens a run of the vault where it stood, and moves it on when `pace` is given. */
export async function openRun(runId: string, pace: Pace | null): Promise<void> {
  const state = useRun.getState();
  if (state.phase === 'opening' && state.id === runId) return;
  return take(runId, 'Opening the run', async () => (await library()).open(runId), pace);
}

/** Puts the live run down; the vault keeps what was written. */
export async function closeRun(): Promise<void> {
  const state = useRun.getState();
  setRun({ phase: 'none' });
  if (state.phase === 'open') await state.subject.dispose();
}

/** A later request overtakes an earlier one that is still being prepared. */
let latest = 0;

async function take(
  id: string | null,
  words: string,
  prepare: () => Promise<Session>,
  pace: Pace | null,
): Promise<void> {
  const mine = ++latest;
  await setAside(id);
  setRun({ phase: 'opening', id, words });
  try {
    const session = await prepare();
    if (mine !== latest) return await session.dispose();
    const subject = await openSubject({ id: session.runId, kind: 'run', view: session.view, session });
    if (mine !== latest) return await subject.dispose();
    setRun({ phase: 'open', subject });
    const url = { kind: 'run', id: subject.id, tab: 'brief', filters: {}, open: null } as const;
    if (id === null) go({ screen: 'subject', ...url }, 'replace');
    if (pace !== null) await play(subject, pace);
  } catch (error) {
    if (mine === latest) setRun({ phase: 'unavailable', id, words: wordsOf(error) });
  } finally {
    void refreshLibrary();
  }
}

/** Lets go of the open run; says so, unless it is the one that is about to be opened again. */
async function setAside(next: string | null): Promise<void> {
  const state = useRun.getState();
  if (state.phase !== 'open') return;
  const { subject } = state;
  const { frame } = subject.live.getState();
  await subject.dispose();
  if (subject.id !== next && frame !== null && frame.tick > 0 && !hasEnded(frame.status))
    say(`${subject.description.title} was set aside at tick ${frame.tick}. It waits under Missions.`);
}
