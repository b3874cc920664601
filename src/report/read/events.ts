import { createSha256, toHex } from '../../engine';
import { ReadFault, type StoredFile } from './input';
import { linesOf } from './lines';
import type { Rebuild } from './rebuild';
import type { ReadFile } from './small-files';

/**
 * Reads events.ndjson once, line by line: its digest and, with a `rebuild`, the facts of the run.
 * @returns null when there is no such file; `fault` tells why it could not be read to its end
 */
export async function readEvents(
  file: StoredFile | undefined,
  rebuild: Rebuild | null,
  onBytes: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<ReadFile | null> {
  if (file === undefined) return null;
  const hash = createSha256();
  let bytes = 0;
  const hashed = (chunk: Uint8Array): void => {
    hash.update(chunk);
    bytes += chunk.length;
    onBytes(bytes, file.size);
  };
  let fault: ReadFault | null = null;
  try {
    for await (const lines of linesOf(file, hashed, signal)) for (const line of lines) rebuild?.add(line);
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    fault = error;
  }
  rebuild?.finish();
  return { bytes, digest: fault === null ? toHex(hash.digest()) : null, text: null, fault };
}
