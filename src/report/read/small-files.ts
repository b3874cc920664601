import { createSha256, toHex } from '../../engine';
import { LIMITS, thousands } from '../../plan';
import { ReadFault, type StoredFile } from './input';

/** A file as it was read: its digest always, its text when it was small enough and asked for. */
export interface ReadFile {
  bytes: number;
  digest: string | null;
  text: string | null;
  /** Why it could not be read to its end. */
  fault: ReadFault | null;
}

/** Reads a file to its end, keeping its text when `keep`. Never throws but for an abort. */
export async function readWhole(file: StoredFile, keep: boolean, signal?: AbortSignal): Promise<ReadFile> {
  const hash = createSha256();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let bytes = 0;
  const wanted = keep && file.size <= LIMITS.planBytes;
  try {
    for await (const chunk of file.chunks(signal)) {
      hash.update(chunk);
      bytes += chunk.length;
      if (wanted) text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    return { bytes, digest: null, text: null, fault: error };
  }
  const digest = toHex(hash.digest());
  if (!keep) return { bytes, digest, text: null, fault: null };
  if (wanted) return { bytes, digest, text: text + decoder.decode(), fault: null };
  const fault = new ReadFault(
    `The file has ${thousands(bytes)} bytes; at most ${thousands(LIMITS.planBytes)} are read`,
    'It is no file of a report as Orrery writes it.',
  );
  return { bytes, digest, text: null, fault };
}

/** The object in a JSON text, or why there is none. */
export function jsonObject(text: string): { value: Record<string, unknown> } | { fault: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as Record<string, unknown> };
    return { fault: 'It holds no JSON object' };
  } catch (error) {
    return { fault: `It is not JSON: ${error instanceof Error ? error.message : 'unknown cause'}` };
  }
}
