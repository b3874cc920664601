import { Zip, ZipDeflate } from 'fflate';
import type { ReportFile } from './report-files';

/** Every entry carries this time, so that equal reports are equal zips but for provenance.json. */
const ENTRY_TIME = '1980-01-02T00:00:00';
/** A plain zip counts sizes in 32 bits. */
const MOST_BYTES = 0xffff_ffff;

export interface ZipOptions {
  /** The folder inside the zip that the files stand in; none when absent. */
  folder?: string;
  signal?: AbortSignal;
}

/**
 * Streams a report as a zip; chunks come in order and `onChunk` is waited for, so memory stays small whatever the size.
 * @throws when the report is larger than a plain zip can hold: it can still be written as a folder
 */
export async function zipReport(
  files: readonly ReportFile[],
  onChunk: (chunk: Uint8Array) => void | Promise<void>,
  { folder, signal }: ZipOptions = {},
): Promise<void> {
  const ready: Uint8Array[] = [];
  let fault: Error | null = null;
  let total = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) fault = error;
    else ready.push(chunk);
  });
  const drain = async (): Promise<void> => {
    if (fault !== null) throw fault;
    for (const chunk of ready.splice(0)) {
      total += chunk.length;
      await onChunk(chunk);
    }
    signal?.throwIfAborted();
  };
  for (const file of files) {
    const entry = new ZipDeflate(folder === undefined ? file.path : `${folder}/${file.path}`, { level: 6 });
    entry.mtime = ENTRY_TIME;
    zip.add(entry);
    let bytes = 0;
    for (const chunk of file.chunks()) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES || total > MOST_BYTES)
        throw new Error('The report is larger than a zip can hold (4 GiB). Save it as a folder instead.');
      entry.push(chunk, false);
      await drain();
    }
    entry.push(new Uint8Array(0), true);
    await drain();
  }
  zip.end();
  await drain();
}
