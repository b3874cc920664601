import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** A report that the server puts into the page's library. */
export interface OfferedReport {
  /** Names it in the library. */
  name: string;
  zip: Uint8Array;
}

/**
 * The reports as a data block of the page: `<script type="application/json" id="orrery-library">` holding
 * `[{"name": ..., "zipBase64": ...}]`. The page may connect to nothing, its own server included, so what the
 * server has for it must come with the page. A data block is not a script: the content policy lets it be.
 */
export function libraryBlock(reports: OfferedReport[]): string {
  const entries = reports.map(({ name, zip }) => ({ name, zipBase64: Buffer.from(zip).toString('base64') }));
  // The only way out of a data block is a "<".
  const json = JSON.stringify(entries).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="orrery-library">${json}</script>`;
}

/** All files below a folder as one zip, paths relative to the folder, with `/`. */
export function zipFolder(folder: string): Uint8Array {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return zipSync(
    Object.fromEntries(
      files.map((file) => [relative(folder, file).replaceAll(sep, '/'), readFileSync(file)]),
    ),
  );
}
