import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { LIMITS, type Problem, thousands } from '../../plan';
import type { ReportInput } from './input';

/** What a zip holds. Entries that may not be read are named as problems and left out. */
export interface Archive {
  files: ReportInput[];
  problems: Problem[];
}

/** A zip that was refused while it was inflated. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
}

/**
 * Lists the files of a zip without inflating any; each can then be streamed out on its own, so a zip of any size costs no memory.
 * Refused: names that leave the folder, too many files, and more inflated bytes than the limits allow.
 */
export async function openArchive(zip: ReportInput): Promise<Archive> {
  const problems: Problem[] = [];
  const refuse = (place: string, reason: string, remedy: string): void => {
    problems.push({ severity: 'error', file: zip.path, place, line: null, reason, remedy });
  };
  const names: string[] = [];
  try {
    await walk(zip, (name) => {
      names.push(name);
      if (names.length > LIMITS.reportFiles)
        throw new ArchiveRefused(`more than ${thousands(LIMITS.reportFiles)} files`);
      return null;
    });
  } catch (error) {
    refuse(
      '',
      `This zip cannot be read: ${error instanceof Error ? error.message : 'unknown error'}`,
      'Pack the report folder again and drop it here.',
    );
    return { files: [], problems };
  }
  if (names.length === 0)
    refuse('', 'This is no zip, or an empty one', 'Drop a report folder or a zip of one.');

  const budget = { inflated: 0 };
  const seen = new Set<string>();
  const files: ReportInput[] = [];
  names.forEach((name, number) => {
    if (name.endsWith('/')) return;
    const fault = faultOf(name);
    if (fault !== null)
      refuse(
        name,
        `The name ${fault}`,
        'Do not trust this zip; ask for it to be packed again from the report folder.',
      );
    else if (seen.has(name))
      refuse(name, 'This name stands in the zip twice; the first is read', 'Pack the folder again.');
    else files.push({ path: name, size: 0, chunks: () => inflate(zip, number, budget) });
    seen.add(name);
  });
  return { files, problems };
}

/** Why a name may not be used, or null. */
function faultOf(name: string): string | null {
  if (name.includes('\\')) return 'holds a backslash';
  if (name.startsWith('/') || /^[a-zA-Z]:/.test(name)) return 'is absolute';
  if (name.split('/').includes('..')) return 'leads out of its folder with ".."';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being refused
  if (/[\u0000-\u001f]/.test(name)) return 'holds a control character';
  return null;
}

type Sink = (bytes: Uint8Array) => void;

/** Goes through a zip once; `visit` gets each name and number and returns where its bytes shall go, or null to pass over it. */
async function walk(zip: ReportInput, visit: (name: string, number: number) => Sink | null): Promise<void> {
  for await (const _ of steps(zip, visit));
}

async function* steps(
  zip: ReportInput,
  visit: (name: string, number: number) => Sink | null,
): AsyncGenerator<void> {
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  let fault: Error | null = null;
  let number = 0;
  unzip.onfile = (file) => {
    const sink = visit(file.name, number++);
    if (sink === null) return;
    file.ondata = (error, data) => {
      if (error !== null) fault = error;
      else sink(data);
    };
    file.start();
  };
  for await (const chunk of zip.chunks()) {
    unzip.push(chunk);
    if (fault !== null) throw fault;
    yield;
  }
  unzip.push(new Uint8Array(0), true);
  if (fault !== null) throw fault;
  yield;
}

async function* inflate(
  zip: ReportInput,
  wanted: number,
  budget: { inflated: number },
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const sink: Sink = (bytes) => {
    budget.inflated += bytes.length;
    if (budget.inflated > LIMITS.zipInflatedBytes)
      throw new ArchiveRefused(`more than ${thousands(LIMITS.zipInflatedBytes)} bytes when unpacked`);
    if (budget.inflated > LIMITS.zipRatioFreeBytes && budget.inflated > zip.size * LIMITS.zipRatio) {
      throw new ArchiveRefused(`it unpacks to more than ${thousands(LIMITS.zipRatio)} times its size`);
    }
    if (bytes.length > 0) ready.push(bytes);
  };
  for await (const _ of steps(zip, (_name, number) => (number === wanted ? sink : null))) {
    while (ready.length > 0) yield ready.shift() as Uint8Array;
  }
}
