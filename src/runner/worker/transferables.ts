/** The buffers behind typed arrays in plain data, each once, so that they are handed over and not copied. */
export function buffersOf(data: object): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(data, found, 3);
  return [...found];
}

function collect(data: object, found: Set<ArrayBuffer>, depth: number): void {
  for (const value of Object.values(data)) {
    if (ArrayBuffer.isView(value)) {
      // A view into a larger buffer must not take the rest along.
      if (value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength)
        found.add(value.buffer);
    } else if (depth > 1 && typeof value === 'object' && value !== null) collect(value, found, depth - 1);
  }
}
