import { Inflate } from 'fflate';
import { LIMITS, thousands } from '../../plan';
import { ReadFault, type ReportInput, type StoredFile, slices } from './input';
import { dataOffset, type ZipEntry, zipDirectory } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a zip, each to be unpacked when it is read, in any order and again. Nothing is ever written anywhere.
 * @throws ReadFault when the zip is broken or past a limit
 */
export async function zipFiles(input: ReportInput): Promise<StoredFile[]> {
  const entries = await zipDirectory(input);
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > LIMITS.zipInflatedBytes)
    throw new ReadFault(
      `The zip unpacks to ${thousands(total)} bytes; at most ${thousands(LIMITS.zipInflatedBytes)} are read`,
      'Unpack it, then give the folder.',
    );
  return entries.map((entry) => ({
    path: entry.path,
    size: entry.bytes,
    chunks: (signal) => unpacked(input, entry, signal),
  }));
}

async function* unpacked(
  input: ReportInput,
  entry: ZipEntry,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new ReadFault(
      `${entry.path} is packed by a method that is not read (${entry.method})`,
      'Unpack the zip, then give the folder.',
    );
  const from = await dataOffset(input, entry);
  const packed = slices(input, from, from + entry.packedBytes, signal);
  const guard = new SizeGuard(entry);
  if (entry.method === STORED) {
    for await (const chunk of packed) yield guard.passed(chunk);
    guard.end();
    return;
  }
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => {
    if (chunk.length > 0) ready.push(guard.passed(chunk));
  });
  for await (const chunk of packed) {
    // Small pieces in, so that a bomb is noticed before it has gone off.
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      push(inflate, chunk.subarray(at, at + PIECE_BYTES), false, entry);
      yield* ready.splice(0);
    }
  }
  push(inflate, new Uint8Array(0), true, entry);
  yield* ready.splice(0);
  guard.end();
}

const PIECE_BYTES = 1 << 15;

function push(inflate: Inflate, piece: Uint8Array, last: boolean, { path }: ZipEntry): void {
  try {
    inflate.push(piece, last);
  } catch (error) {
    if (error instanceof ReadFault) throw error;
    throw new ReadFault(
      `${path} cannot be unpacked: its packed bytes are broken`,
      'Take the zip from its source again.',
    );
  }
}

/** Stops an entry that unpacks to more than it said, or to far more than any report would. */
class SizeGuard {
  private bytes = 0;

  constructor(private readonly entry: ZipEntry) {}

  passed(chunk: Uint8Array): Uint8Array {
    const { path, packedBytes, bytes } = this.entry;
    this.bytes += chunk.length;
    if (this.bytes > LIMITS.zipRatioFreeBytes && this.bytes > packedBytes * LIMITS.zipRatio)
      throw new ReadFault(
        `${path} unpacks to more than ${thousands(LIMITS.zipRatio)} times its packed size`,
        'This is no report; do not unpack it.',
      );
    if (this.bytes > bytes)
      throw new ReadFault(
        `${path} unpacks to more bytes than the zip says`,
        'Take the zip from its source again.',
      );
    return chunk;
  }

  end(): void {
    const { path, bytes } = this.entry;
    if (this.bytes !== bytes)
      throw new ReadFault(`${path} is cut off inside the zip`, 'Take the zip from its source again.');
  }
}
