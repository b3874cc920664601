import { createStore, type StoreApi } from 'zustand';
import type { Problem } from '../../plan';
import type { CommandsView, Frame, Overview, RunDescription, RunStatusWord, RunView } from '../../report';
import type { Failure, Pace, Session } from '../../runner';
import { say } from './notices';

/** What changes while somebody looks at a run. A report has one frame and never changes. */
export interface Live {
  frame: Frame | null;
  overview: Overview | null;
  commands: CommandsView | null;
  /** How it is being moved; null when it stands. */
  playing: Pace | null;
  /** The engine died. It stays dead; this says why. */
  failure: Failure | null;
  /** A question the view did not answer, in words. */
  trouble: string | null;
}

/** One run or report as the screens hold it: what to ask, what to steer (null: cannot be steered), what is known. */
export interface Subject {
  id: string;
  kind: 'run' | 'report';
  view: RunView;
  session: Session | null;
  description: RunDescription;
  /** What was noted while reading a dropped report. */
  problems: Problem[];
  live: StoreApi<Live>;
  /** Asks for overview and commands again now. */
  refresh(): Promise<void>;
  dispose(): Promise<void>;
}

/** Overview and commands are words, not pictures: asked for this often while frames stream in. */
const REFRESH_EVERY_MS = 400;

export const hasEnded = (status: RunStatusWord): boolean => status !== 'ready' && status !== 'running';

interface Source {
  id: string;
  kind: 'run' | 'report';
  view: RunView;
  session: Session | null;
  problems?: Problem[];
  dispose?: () => Promise<void>;
}

/** Opens a view for the screens; rejects when the view cannot even describe itself. */
export async function openSubject(source: Source): Promise<Subject> {
  const { view, session } = source;
  const description = await view.describe();
  const live = createStore<Live>(() => ({
    frame: null,
    overview: null,
    commands: null,
    playing: null,
    failure: null,
    trouble: null,
  }));

  let asking = false;
  let askAgain = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function refresh(): Promise<void> {
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    try {
      do {
        askAgain = false;
        const [overview, commands] = await Promise.all([view.overview(), view.commands()]);
        live.setState({ overview, commands, trouble: null });
      } while (askAgain);
    } catch (error) {
      if (live.getState().failure === null) live.setState({ trouble: wordsOf(error) });
    } finally {
      asking = false;
    }
  }

  function refreshSoon(): void {
    timer ??= setTimeout(() => {
      timer = null;
      void refresh();
    }, REFRESH_EVERY_MS);
  }

  const stopFrames = session?.onFrame((frame) => {
    const ended = hasEnded(frame.status);
    live.setState(ended ? { frame, playing: null } : { frame });
    if (ended) void refresh();
    else refreshSoon();
  });
  const stopNotices = session?.onNotice?.((words) => say(words));
  const stopFailures = session?.onFailure((failure) => live.setState({ failure, playing: null }));

  live.setState({ frame: await view.frame() });
  await refresh();

  return {
    id: source.id,
    kind: source.kind,
    view,
    session,
    description,
    problems: source.problems ?? [],
    live,
    refresh,
    async dispose() {
      stopFrames?.();
      stopFailures?.();
      stopNotices?.();
      if (timer !== null) clearTimeout(timer);
      await (session?.dispose() ?? source.dispose?.());
    },
  };
}

/** What an error says, for people; never "[object Object]". */
export function wordsOf(error: unknown): string {
  if (error instanceof Error && error.message !== '') return error.message;
  return typeof error === 'string' && error !== '' ? error : 'no reason was given';
}
