import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { DroppedFile } from '../session';
import { INTERRUPTED_FOLDER } from './interrupted';

/** A path given in a terminal as what a page gets when it is dropped there. @throws when it is not there */
export async function droppedFiles(path: string): Promise<DroppedFile[]> {
  if (!(await stat(path)).isDirectory()) return [{ path: basename(path), blob: await openAsBlob(path) }];
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // What an interrupted run left is not a part of the report beside it.
    .filter((file) => !relative(path, file).startsWith(INTERRUPTED_FOLDER + sep))
    .sort();
  return Promise.all(
    files.map(async (file) => ({
      path: `${basename(path)}/${relative(path, file).replaceAll(sep, '/')}`,
      blob: await openAsBlob(file),
    })),
  );
}
