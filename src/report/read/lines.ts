import type { StoredFile } from './input';

/** A line of a report is far shorter; a longer one is not kept in memory to find out what it is. */
const MOST_CHARACTERS = 1 << 16;

export interface TextLine {
  /** From 1. */
  number: number;
  text: string;
  /** Longer than any line may be; `text` is then only its beginning. */
  tooLong: boolean;
  /** Whether a LF follows; only the last line can lack it. */
  whole: boolean;
}

/** Lines of a file in batches, one for each chunk read; `onBytes` sees every chunk first. */
export async function* linesOf(
  file: StoredFile,
  onBytes: (chunk: Uint8Array) => void,
  signal?: AbortSignal,
): AsyncGenerator<TextLine[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let tooLong = false;
  let number = 0;
  const take = (text: string, whole: boolean): TextLine => {
    const line = {
      number: ++number,
      text: text.slice(0, MOST_CHARACTERS),
      tooLong: tooLong || text.length > MOST_CHARACTERS,
      whole,
    };
    tooLong = false;
    return line;
  };
  for await (const chunk of file.chunks(signal)) {
    onBytes(chunk);
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    const lines = pieces.map((text) => take(text, true));
    if (rest.length > MOST_CHARACTERS) {
      rest = rest.slice(0, MOST_CHARACTERS);
      tooLong = true;
    }
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [take(rest, false)];
}
