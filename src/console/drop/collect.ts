import type { DroppedFile } from '../../runner';

/** What a drop holds before anything was read: the browser's own handles, taken while the event is alive. */
export type Source =
  | { kind: 'handle'; handle: Promise<FileSystemHandle | null> }
  | { kind: 'entry'; entry: FileSystemEntry }
  | { kind: 'file'; file: File };

export interface Collected {
  files: DroppedFile[];
  /** What could not be opened, by path, with the browser's reason. */
  unread: { path: string; words: string }[];
}

/** More files than this are no report; the reader would refuse them anyway. */
export const MOST_FILES = 10_000;

/**
 * Takes hold of everything in a drop. Must be called inside the event handler, before the first await:
 * afterwards the browser has forgotten what was dropped.
 */
export function sourcesOf(items: Iterable<DataTransferItem>): Source[] {
  const sources: Source[] = [];
  for (const item of items) {
    if (item.kind !== 'file') continue;
    // Chromium on file:// cannot read directory entries, but can read handles; other browsers have no handles.
    const withHandle = item as DataTransferItem & {
      getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
    };
    if (withHandle.getAsFileSystemHandle !== undefined) {
      sources.push({ kind: 'handle', handle: withHandle.getAsFileSystemHandle() });
      continue;
    }
    const entry = item.webkitGetAsEntry?.() ?? null;
    const file = item.getAsFile();
    if (entry !== null) sources.push({ kind: 'entry', entry });
    else if (file !== null) sources.push({ kind: 'file', file });
  }
  return sources;
}

/**
 * Every file of a drop with its path below what was dropped (a folder's own name comes first).
 * @param onFile called after each file with the number found so far
 */
export async function collect(
  sources: Source[],
  onFile: (count: number) => void,
  signal: AbortSignal,
): Promise<Collected> {
  const collected: Collected = { files: [], unread: [] };
  const add = (path: string, blob: Blob) => {
    signal.throwIfAborted();
    if (collected.files.length >= MOST_FILES)
      throw new Error(
        `More than ${MOST_FILES.toLocaleString('en-US')} files were dropped. Drop one report or mission folder.`,
      );
    collected.files.push({ path, blob });
    onFile(collected.files.length);
  };
  const guard = async (path: string, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      signal.throwIfAborted();
      if (collected.files.length >= MOST_FILES) throw error;
      collected.unread.push({ path, words: error instanceof Error ? error.message : String(error) });
    }
  };
  for (const source of sources) {
    if (source.kind === 'file') add(source.file.name, source.file);
    else if (source.kind === 'entry') await fromEntry(source.entry, '', add, guard);
    else
      await guard('what was dropped', async () => {
        const handle = await source.handle;
        if (handle !== null) await fromHandle(handle, '', add, guard);
      });
  }
  return collected;
}

type Add = (path: string, blob: Blob) => void;
type Guard = (path: string, act: () => Promise<void>) => Promise<void>;

async function fromHandle(handle: FileSystemHandle, above: string, add: Add, guard: Guard): Promise<void> {
  const path = joined(above, handle.name);
  if (handle.kind === 'file') {
    await guard(path, async () => add(path, await (handle as FileSystemFileHandle).getFile()));
    return;
  }
  await guard(path, async () => {
    for await (const child of (handle as FileSystemDirectoryHandle).values())
      await fromHandle(child, path, add, guard);
  });
}

async function fromEntry(entry: FileSystemEntry, above: string, add: Add, guard: Guard): Promise<void> {
  const path = joined(above, entry.name);
  if (entry.isFile) {
    const file = () => new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    await guard(path, async () => add(path, await file()));
    return;
  }
  await guard(path, async () => {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const some = () => new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    // A reader hands out its entries in portions; an empty portion is the end.
    for (let portion = await some(); portion.length > 0; portion = await some())
      for (const child of portion) await fromEntry(child, path, add, guard);
  });
}

/** Files of an `<input type=file>`; with `webkitdirectory` they carry their path below the chosen folder. */
export function filesOfInput(list: Iterable<File>): DroppedFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
}

const joined = (above: string, name: string): string => (above === '' ? name : `${above}/${name}`);

/** What to call a drop: the one folder or file it is, or how many there are. */
export function nameOfDrop(files: readonly { path: string }[]): string {
  const tops = new Set(files.map((f) => f.path.split('/', 1)[0]));
  if (tops.size === 1) return [...tops][0] ?? '';
  return `${files.length} files`;
}
