/** A file that somebody gave us, read in slices: a Blob's slices in a page, a file's in a terminal, bytes in a test. */
export interface ReportInput {
  /** Relative to what was given, with `/`. */
  path: string;
  size: number;
  /** Bytes [from, to); `to` is at most `size`. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A file inside a folder or a zip, read from its start. May be read more than once. */
export interface StoredFile {
  path: string;
  /** Bytes once unpacked, as far as its container says. */
  size: number;
  /** @throws ReadFault when the file cannot be read to its end */
  chunks(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** Something is wrong with what was given, in words for the person who gave it. */
export class ReadFault extends Error {
  override readonly name = 'ReadFault';
  constructor(
    reason: string,
    readonly remedy: string,
  ) {
    super(reason);
  }
}

const CHUNK_BYTES = 1 << 20;

export function bytesInput(path: string, bytes: Uint8Array): ReportInput {
  return { path, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

/** What of a Blob is needed; named by shape, since a Blob is not in every place this runs. */
interface Sliced {
  size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}
export function blobInput(path: string, blob: Sliced): ReportInput {
  return {
    path,
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}

/** An input as it stands, without a container around it. */
export function storedAsIs(input: ReportInput, path = input.path): StoredFile {
  return { path, size: input.size, chunks: (signal) => slices(input, 0, input.size, signal) };
}

/** Bytes [from, to) in chunks. @throws ReadFault when the input cannot be read */
export async function* slices(
  input: ReportInput,
  from: number,
  to: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += CHUNK_BYTES) {
    signal?.throwIfAborted();
    yield await readSlice(input, at, Math.min(to, at + CHUNK_BYTES));
  }
}

/** @throws ReadFault when the bytes are not there, as when the file changed or went away while it was read */
export async function readSlice(input: ReportInput, from: number, to: number): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await input.read(from, to);
  } catch (error) {
    throw new ReadFault(
      `The file could not be read: ${error instanceof Error ? error.message : String(error)}`,
      'It may have been moved or changed since; give it again.',
    );
  }
  if (bytes.length !== to - from)
    throw new ReadFault(
      'The file ends before its size says',
      'It may have been changed since; give it again.',
    );
  return bytes;
}
