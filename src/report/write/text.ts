/** JSON as every file of a report writes it: 2 spaces, LF, a final newline; key order is the caller's. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Characters gathered before they are encoded: large enough for few chunks, far below what a string can hold. */
const CHUNK_CHARACTERS = 1 << 16;

/** Pieces of text as UTF-8 in chunks of some 64 KiB. */
export function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}
