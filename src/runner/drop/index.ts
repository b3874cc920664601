import type { DropProgress, Dropped, DroppedFile } from '../session';
import { kindOf } from './kind';
import { readMission, unreadable } from './mission';
import { readReportDrop } from './report';

const WHAT_TO_DROP = 'Drop one mission file (.json), a report folder, or a zip of one.';

/**
 * Reads what was dropped: a mission, a report, or what is wrong with it. Nothing dropped is ever changed.
 * A dropped report holds on to its files until it is disposed of.
 */
export async function readDrop(
  files: DroppedFile[],
  onProgress: (progress: DropProgress) => void,
): Promise<Dropped> {
  const found = await kindOf(files);
  switch (found.kind) {
    case 'report':
      return readReportDrop(files, onProgress);
    case 'mission':
      return readMission(found.file);
    case 'nothing':
      return unreadable('', 'There is no file in what was dropped', WHAT_TO_DROP);
    case 'many missions':
      return unreadable('', `${listed(found.names)} are several missions at once`, 'Drop one of them.');
    case 'unknown':
      return unreadable(
        found.names.length === 1 ? found.names[0] : '',
        found.names.length === 1
          ? 'This is neither a mission nor a report'
          : `None of these is a mission or a part of a report: ${listed(found.names)}`,
        WHAT_TO_DROP,
      );
  }
}

function listed(names: string[]): string {
  return names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
