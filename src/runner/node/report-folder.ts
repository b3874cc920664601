import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Plan, serializePlan } from '../../plan';
import { INTERRUPTED_FOLDER } from './interrupted';

const WRITING_FOLDER = '.writing';
/** Renamed last: as long as the old one stands, a half-replaced report is told from a whole one. */
const SUMS = 'SHA256SUMS';

/** Takes one file after another in pieces; null ends a file. */
export type TakeFile = (path: string, chunk: Uint8Array | null) => Promise<void>;

/** Why no report of `plan` may be written into `folder`, in words; null when it may. Nothing is changed. */
export async function refusalOf(folder: string, plan: Plan): Promise<string | null> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const others = found.filter((name) => name !== INTERRUPTED_FOLDER && name !== WRITING_FOLDER);
  if (others.length === 0) return null;
  const planThere = await readFile(join(folder, 'plan.json'), 'utf8').catch(() => null);
  if (planThere === serializePlan(plan)) return null;
  return others.includes(SUMS) || others.includes('manifest.json')
    ? `${folder} holds the report of another mission`
    : `${folder} holds other files (${others.slice(0, 3).join(', ')})`;
}

/**
 * Writes a report into `folder`. Each file is written aside and put into place when all are whole, so an older
 * report of the same plan is replaced and nothing else is ever touched.
 */
export async function writeReport(
  folder: string,
  produce: (take: TakeFile) => Promise<void>,
): Promise<{ files: number; bytes: number }> {
  const aside = join(folder, WRITING_FOLDER);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  const written: string[] = [];
  let bytes = 0;
  let file: FileHandle | null = null;
  try {
    await produce(async (path, chunk) => {
      if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(path))
        throw new Error(`A report has no file named ${JSON.stringify(path)}`);
      if (file === null) {
        file = await open(join(aside, path), 'wx');
        written.push(path);
      }
      if (chunk === null) {
        await file.close();
        file = null;
      } else {
        await file.writeFile(chunk);
        bytes += chunk.byteLength;
      }
    });
    for (const path of [...written.filter((name) => name !== SUMS), SUMS])
      await rename(join(aside, path), join(folder, path));
  } finally {
    await (file as FileHandle | null)?.close();
    await rm(aside, { recursive: true, force: true });
  }
  return { files: written.length, bytes };
}
