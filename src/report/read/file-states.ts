import { compareUtf8, type Problem } from '../../plan';
import { NOT_SUMMED, REPORT_FILES } from '../format';
import type { Proof } from '../view/types';
import { textAt } from './claims';
import { type Collected, problemOf } from './collect';
import type { ReadFile } from './small-files';
import type { Sums } from './sums';

type FileState = Proof['files'][number];

const AGAIN = 'Ask for the report again; the rest of it was read.';

/** Each file that is here, listed, or should be, with its state; what is not as it should be becomes a problem. */
export function fileStates(
  { files }: Collected,
  read: ReadonlyMap<string, ReadFile>,
  sums: Sums | null,
  problems: Problem[],
): FileState[] {
  const known = new Set<string>(REPORT_FILES);
  const expected = new Set<string>([...REPORT_FILES, ...(sums?.digests.keys() ?? [])]);
  const paths = [...new Set([...expected, ...files.keys()])].sort(compareUtf8);
  return paths.map((path): FileState => {
    const file = files.get(path);
    const { state, note } = stateOf(path, file !== undefined, read.get(path) ?? null, sums, known);
    const problem = PROBLEMS[state];
    if (problem !== undefined)
      problems.push(problemOf(problem.severity, path, problem.reason, problem.remedy));
    return { path, bytes: read.get(path)?.bytes ?? file?.size ?? 0, state, note };
  });
}

function stateOf(
  path: string,
  here: boolean,
  read: ReadFile | null,
  sums: Sums | null,
  known: ReadonlySet<string>,
): Pick<FileState, 'state' | 'note'> {
  if (!here) return { state: 'missing', note: 'It belongs to the report and is not here.' };
  if (read?.fault) return { state: 'altered', note: `${read.fault.message}.` };
  if (NOT_SUMMED.has(path))
    return { state: 'not covered', note: NOTES[path] ?? 'People add it later; no checksum covers it.' };
  if (sums === null)
    return {
      state: known.has(path) ? 'not covered' : 'unlisted',
      note: 'There are no checksums to compare with.',
    };
  const wanted = sums.digests.get(path);
  if (wanted === undefined) return { state: 'unlisted', note: 'SHA256SUMS does not list it.' };
  if (read === null)
    return { state: 'not covered', note: 'Orrery does not know this file and did not read it.' };
  return read.digest === wanted
    ? { state: 'matches', note: '' }
    : { state: 'altered', note: 'Its checksum is another than SHA256SUMS lists.' };
}

const NOTES: Record<string, string> = {
  SHA256SUMS: 'It lists the others; its own digest stands in provenance.json.',
  'provenance.json': 'It tells when and where the report was written, which no checksum covers.',
};

const PROBLEMS: Partial<Record<FileState['state'], Pick<Problem, 'severity' | 'reason' | 'remedy'>>> = {
  missing: {
    severity: 'error',
    reason: 'This file is missing',
    remedy: 'Ask for the whole report; the rest of it was read.',
  },
  altered: { severity: 'error', reason: 'This file was changed after the report was written', remedy: AGAIN },
  unlisted: {
    severity: 'warning',
    reason: 'This file is not part of the report',
    remedy: 'Nothing vouches for it; remove it, or keep it apart.',
  },
};

/** What speaks against the list of checksums itself. */
export function sumFaults(
  sums: Sums | null,
  read: ReadonlyMap<string, ReadFile>,
  provenance: Record<string, unknown> | null,
): string[] {
  const faults: string[] = [];
  for (const line of sums?.badLines ?? []) faults.push(`SHA256SUMS has no checksum in line ${line}.`);
  const digest = read.get('SHA256SUMS')?.digest ?? null;
  const named = textAt(provenance, 'sha256sums');
  if (digest !== null && named !== null && named !== digest)
    faults.push('SHA256SUMS is not the list that provenance.json names.');
  return faults;
}
