import { readDropped } from './page';
import type { Dropped } from './session';

/** A report that the page brought along: the local server puts it there. */
export interface BundledReport {
  name: string;
  open(): Promise<Dropped>;
}

/** Where a server may put reports: a JSON list of {name, zipBase64}. */
const BLOCK_ID = 'orrery-library';

/** The reports that came with the page; none when it was opened as a file or from a plain host. */
export function bundledReports(): BundledReport[] {
  const block = document.getElementById(BLOCK_ID);
  if (block === null) return [];
  return (JSON.parse(block.textContent) as { name: string; zipBase64: string }[]).map(
    ({ name, zipBase64 }) => ({
      name,
      open: () => readDropped([{ path: `${name}.zip`, blob: new Blob([fromBase64(zipBase64)]) }]),
    }),
  );
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
