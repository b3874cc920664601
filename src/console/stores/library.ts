import { create } from 'zustand';
import type { Library, RunEntry } from '../../runner';
import { door } from './door';
import { wordsOf } from './subject';

export type Usage = Awaited<ReturnType<Library['usage']>>;

interface LibraryState {
  /** null until the vault has answered. */
  entries: RunEntry[] | null;
  usage: Usage | null;
  /** Why runs cannot be kept on this machine, in words. */
  trouble: string | null;
}

/** What the vault of this browser holds. */
export const useLibrary = create<LibraryState>(() => ({ entries: null, usage: null, trouble: null }));

let opened: Promise<Library> | null = null;

/** The one library of the page; a failed opening can be tried again. */
export function library(): Promise<Library> {
  opened ??= door()
    .then((runner) => runner.openLibrary())
    .catch((error) => {
      opened = null;
      throw error;
    });
  return opened;
}

/** Reads the list of runs and the room they take again. */
export async function refreshLibrary(): Promise<void> {
  try {
    const shelf = await library();
    const [entries, usage] = await Promise.all([shelf.list(), shelf.usage()]);
    useLibrary.setState({ entries: newestFirst(entries), usage, trouble: null });
  } catch (error) {
    useLibrary.setState({ entries: [], trouble: wordsOf(error) });
  }
}

export async function removeRun(runId: string): Promise<void> {
  await (await library()).remove(runId);
  await refreshLibrary();
}

const newestFirst = (entries: RunEntry[]): RunEntry[] =>
  [...entries].sort((a, b) => b.openedAtMs - a.openedAtMs || (a.runId < b.runId ? -1 : 1));
