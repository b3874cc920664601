import { LIMITS, type Problem, thousands } from '../../plan';
import { REPORT_FILES } from '../format';
import { ReadFault, type ReportInput, readSlice, type StoredFile, storedAsIs } from './input';
import { zipFiles } from './unzip';

/** The files of one report by name, from a folder, a zip, or loose. */
export interface Collected {
  /** Name of the folder or zip. */
  name: string;
  files: Map<string, StoredFile>;
  problems: Problem[];
}

const KNOWN: ReadonlySet<string> = new Set(REPORT_FILES);

/** Finds the report among what was given: opens a zip, refuses dangerous names, looks for the folder that holds it. */
export async function collect(inputs: readonly ReportInput[]): Promise<Collected> {
  const collected: Collected = { name: 'report', files: new Map(), problems: [] };
  const refuse = (file: string, reason: string, remedy: string): Collected => {
    collected.problems.push(problemOf('error', file, reason, remedy));
    return { ...collected, files: new Map() };
  };
  if (inputs.length === 0)
    return refuse('', 'There is no file here', 'Give a report folder, or a zip of one.');
  if (inputs.length > LIMITS.reportFiles)
    return refuse(
      '',
      `There are ${thousands(inputs.length)} files; a report has at most ${thousands(LIMITS.reportFiles)}`,
      'Give only the report.',
    );
  let files = inputs.map((input) => storedAsIs(input));
  const [only] = inputs;
  const zipped = inputs.length === 1 && !KNOWN.has(lastName(only.path)) && (await startsAsZip(only));
  if (zipped) {
    collected.name = lastName(only.path).replace(/\.zip$/i, '');
    try {
      files = await zipFiles(only);
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error;
      return refuse(only.path, error.message, error.remedy);
    }
    const bad = files.find(({ path }) => !isPlainPath(path));
    // Nothing is unpacked to a disk here, but elsewhere it would be: such a zip was made to do harm.
    if (bad !== undefined)
      return refuse(
        only.path,
        `The zip holds a file named "${bad.path}", which would climb out of its folder`,
        'Do not unpack it. Ask for the report again.',
      );
    const double = firstDouble(files);
    if (double !== null)
      return refuse(
        only.path,
        `The zip holds two files named "${double}"`,
        'Nobody can say which one is meant. Ask for the report again.',
      );
    if (files.length === 0) return refuse(only.path, 'The zip is empty', 'Give a zip of a report folder.');
  }
  takeRoot(files, collected, zipped);
  return collected;
}

/** Keeps the files of the folder that looks most like a report. */
function takeRoot(files: readonly StoredFile[], collected: Collected, zipped: boolean): void {
  const folders = new Map<string, number>();
  for (const { path } of files) {
    if (KNOWN.has(lastName(path))) folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + 1);
  }
  const [root, ...others] = [...folders].sort(
    (x, y) => y[1] - x[1] || x[0].length - y[0].length || (x[0] < y[0] ? -1 : 1),
  );
  const folder = root?.[0] ?? '';
  if (!zipped && folder !== '') collected.name = lastName(folder.slice(0, -1));
  else if (folder !== '') collected.name = lastName(folder.slice(0, -1)) || collected.name;
  for (const [other] of others)
    collected.problems.push(
      problemOf(
        'warning',
        other,
        'Another report lies beside this one and was not read',
        'Give one report at a time.',
      ),
    );
  for (const file of files) {
    if (!file.path.startsWith(folder)) continue;
    const name = file.path.slice(folder.length);
    if (others.some(([other]) => other !== '' && file.path.startsWith(other))) continue;
    if (!isPlainPath(name)) {
      collected.problems.push(
        problemOf(
          'error',
          file.path,
          'This is no name that a report has; the file was not read',
          'Remove it.',
        ),
      );
    } else if (collected.files.has(name)) {
      collected.problems.push(
        problemOf(
          'error',
          file.path,
          'This file was given twice; the first one was read',
          'Give each file once.',
        ),
      );
    } else collected.files.set(name, { ...file, path: name });
  }
}

/** A path that stays where it is put, on every system: relative, no `..`, no backslash, no drive, no control character. */
export function isPlainPath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being refused
  if (path === '' || path.startsWith('/') || /[\\\u0000-\u001f\u007f]/.test(path) || /^[A-Za-z]:/.test(path))
    return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

async function startsAsZip(input: ReportInput): Promise<boolean> {
  if (input.size < 4) return false;
  try {
    const [p, k] = await readSlice(input, 0, 2);
    return p === 0x50 && k === 0x4b;
  } catch {
    return false;
  }
}

function firstDouble(files: readonly StoredFile[]): string | null {
  const seen = new Set<string>();
  for (const { path } of files) {
    // Two names that differ by case are one file on some systems.
    const name = path.toLowerCase();
    if (seen.has(name)) return path;
    seen.add(name);
  }
  return null;
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export function problemOf(
  severity: Problem['severity'],
  file: string,
  reason: string,
  remedy: string,
  line: number | null = null,
): Problem {
  return { severity, file, place: '', line, reason, remedy };
}
