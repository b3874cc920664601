import type { DropProgress, Dropped, DroppedFile } from '../session';
export async function readReportDrop(_f: DroppedFile[], _p: (p: DropProgress) => void): Promise<Dropped> {
  throw new Error('pending');
}
