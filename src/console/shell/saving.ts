import type { Session } from '../../runner';

export interface Saving {
  bytes: number;
  files: number;
  bytesPerSecond: number;
}
export interface Saved {
  name: string;
  bytes: number;
}
type Progress = (saving: Saving) => void;

/** Chunks are folded into a Blob this often, so that the browser may keep it on disk instead of in memory. */
const FOLD_BYTES = 16 * 1024 * 1024;
const TELL_EVERY_MS = 100;

/** Streams the report into a zip and hands it to the browser's downloads. */
export async function saveZip(
  session: Session,
  label: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<Saved | null> {
  const meter = new Meter(progress);
  let folded: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  await session.exportZip((chunk) => {
    meter.add(chunk.byteLength);
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
    held += chunk.byteLength;
    if (held >= FOLD_BYTES) {
      folded = [...folded, new Blob(chunks)];
      chunks = [];
      held = 0;
    }
  }, signal);
  signal.throwIfAborted();
  const name = `${label}.zip`;
  download(new Blob([...folded, ...chunks], { type: 'application/zip' }), name);
  return { name, bytes: meter.bytes };
}

/** Whether the browser lets a page write into a folder (Chromium on a secure origin or a local file). */
export const canWriteFolders = (): boolean => 'showDirectoryPicker' in window;

interface FolderPicker {
  showDirectoryPicker(options: { mode: 'readwrite'; id: string }): Promise<FileSystemDirectoryHandle>;
}

/** Writes the report file by file into a new folder inside the one the person picks; null when they pick none. */
export async function saveIntoFolder(
  session: Session,
  label: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<Saved | null> {
  const parent = await pickFolder();
  if (parent === null) return null;
  const name = await freeName(parent, label);
  const folder = await parent.getDirectoryHandle(name, { create: true });
  const meter = new Meter(progress);
  const open = new Map<string, FileSystemWritableFileStream>();
  try {
    await session.exportFiles(async (path, chunk) => {
      let stream = open.get(path);
      if (stream === undefined) {
        stream = await (await fileAt(folder, path)).createWritable();
        open.set(path, stream);
      }
      if (chunk === null) {
        await stream.close();
        open.delete(path);
        meter.endFile();
      } else {
        await stream.write(chunk as Uint8Array<ArrayBuffer>);
        meter.add(chunk.byteLength);
      }
    }, signal);
    signal.throwIfAborted();
  } catch (error) {
    // Half a report must not be taken for a whole one. The folder is ours: it did not exist before.
    await Promise.allSettled([...open.values()].map((stream) => stream.abort()));
    await parent.removeEntry(name, { recursive: true }).catch(() => {});
    throw error;
  }
  return { name, bytes: meter.bytes };
}

async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (window as unknown as FolderPicker).showDirectoryPicker({
      mode: 'readwrite',
      id: 'reports',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** `label`, or `label-2`, `label-3`...: nothing that is there is ever written over. */
async function freeName(parent: FileSystemDirectoryHandle, label: string): Promise<string> {
  const taken = new Set<string>();
  for await (const name of parent.keys()) taken.add(name);
  let name = label;
  for (let n = 2; taken.has(name); n++) name = `${label}-${n}`;
  return name;
}

async function fileAt(folder: FileSystemDirectoryHandle, path: string): Promise<FileSystemFileHandle> {
  const names = path.split('/');
  const file = names.pop() ?? path;
  let place = folder;
  for (const name of names) place = await place.getDirectoryHandle(name, { create: true });
  return place.getFileHandle(file, { create: true });
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is longer than it takes to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

class Meter {
  bytes = 0;
  private files = 0;
  private readonly startedAt = performance.now();
  private toldAt = 0;
  private readonly progress: Progress;
  constructor(progress: Progress) {
    this.progress = progress;
  }
  add(bytes: number): void {
    this.bytes += bytes;
    this.tell();
  }
  endFile(): void {
    this.files++;
    this.tell();
  }
  private tell(): void {
    const now = performance.now();
    if (now - this.toldAt < TELL_EVERY_MS) return;
    this.toldAt = now;
    const seconds = Math.max(0.001, (now - this.startedAt) / 1000);
    this.progress({ bytes: this.bytes, files: this.files, bytesPerSecond: Math.round(this.bytes / seconds) });
  }
}
