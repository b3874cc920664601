/** What is wrong with something a person gave us: where, why, and what to do about it. */
export interface Problem {
  severity: 'error' | 'warning';
  /** File name as the person knows it; empty for something that never was a file. */
  file: string;
  /** Path inside the file, e.g. `fabric.shards[2].maxQueue`; empty for the whole file. */
  place: string;
  /** Line in the file, from 1, where known. */
  line: number | null;
  reason: string;
  remedy: string;
}

/** A problem as one line of text. */
export function problemLine(p: Problem): string {
  const where = [p.file, p.line === null ? '' : `line ${p.line}`, p.place].filter((s) => s !== '').join(', ');
  return `${where === '' ? '' : `${where}: `}${p.reason}. ${p.remedy}`;
}
