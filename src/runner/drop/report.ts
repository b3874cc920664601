import { blobInput, readReport } from '../../report';
import type { DropProgress, Dropped, DroppedFile } from '../session';

/** Reads a report folder, its loose files, or a zip of it; its facts are rebuilt from its events. */
export async function readReportDrop(
  files: DroppedFile[],
  onProgress: (progress: DropProgress) => void,
): Promise<Dropped> {
  const { name, view, problems } = await readReport(
    files.map(({ path, blob }) => blobInput(path, blob)),
    onProgress,
  );
  if (view === null) return { kind: 'unreadable', problems };
  return { kind: 'report', name, view, problems, dispose: async () => {} };
}
