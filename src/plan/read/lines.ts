import { offsetsOf, pathOf, positionsOf } from '../json';
import type { Problem } from '../problem';

/**
 * Problems of a plan (from `preflight`) with file name and line filled in from the file it was read from.
 * `text` must be the text that `parseMission` read; problems without a place stay as they are.
 */
export function withLines(problems: readonly Problem[], text: string, fileName: string): Problem[] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const paths = problems.map((p) => (p.place === '' ? null : pathOf(p.place)));
  const positions = positionsOf(
    body,
    offsetsOf(
      body,
      paths.map((path) => path ?? []),
    ),
  );
  return problems.map((p, i) => ({
    ...p,
    file: fileName,
    line: paths[i] === null ? null : positions[i].line,
  }));
}
