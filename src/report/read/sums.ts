import { isPlainPath } from './collect';

export interface Sums {
  /** Hexadecimal digest by path. */
  digests: Map<string, string>;
  /** Lines that are no checksum line, from 1. */
  badLines: number[];
}

const LINE = /^([0-9a-f]{64}) [ *](.+)$/;

/** Reads a coreutils checksum file. */
export function parseSums(text: string): Sums {
  const sums: Sums = { digests: new Map(), badLines: [] };
  text.split('\n').forEach((line, i) => {
    if (line === '') return;
    const found = LINE.exec(line);
    if (found === null || !isPlainPath(found[2]) || sums.digests.has(found[2])) sums.badLines.push(i + 1);
    else sums.digests.set(found[2], found[1]);
  });
  return sums;
}
