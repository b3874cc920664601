import { readFiles } from './drop';

/** A report that came with the page: `npm start` puts it there, since the page may connect to nothing. */
interface Offered {
  name: string;
  zipBase64: string;
}

/** The reports in the page's own data block, `<script type="application/json" id="orrery-library">`. */
export function offeredReports(): Offered[] {
  const text = document.getElementById('orrery-library')?.textContent ?? '[]';
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isOffered) : [];
  } catch {
    return [];
  }
}

function isOffered(entry: unknown): entry is Offered {
  const { name, zipBase64 } = (entry ?? {}) as Partial<Offered>;
  return typeof name === 'string' && typeof zipBase64 === 'string';
}

/** Reads it as if it had been dropped. */
export function openOffered({ name, zipBase64 }: Offered): Promise<void> {
  const bytes = Uint8Array.from(atob(zipBase64), (c) => c.charCodeAt(0));
  return readFiles([{ path: `${name}.zip`, blob: new Blob([bytes], { type: 'application/zip' }) }]);
}
