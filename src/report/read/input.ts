/** One file that somebody gave us, however it came: from a folder, a zip, or loose. */
export interface ReportInput {
  /** Relative, with `/`. */
  path: string;
  /** Bytes as stored; of a file inside a zip, the bytes it says it has, or 0 where it does not say. */
  size: number;
  /** Its bytes from the first on, each time anew. Fails when the file cannot be read any more. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A file whose bytes are here already. */
export function inputOf(path: string, bytes: Uint8Array): ReportInput {
  return {
    path,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}

/** The whole text of a small file; more than `mostBytes` is refused. */
export async function textOf(input: ReportInput, mostBytes: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for await (const chunk of input.chunks()) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new RangeError(`holds more than ${mostBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
