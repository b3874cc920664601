import type { DroppedFile } from '../session';

/** What a drop looks like from the outside: names and first bytes, nothing read. */
export type DropKind =
  | { kind: 'report' }
  | { kind: 'mission'; file: DroppedFile }
  | { kind: 'many missions'; names: string[] }
  | { kind: 'nothing' }
  | { kind: 'unknown'; names: string[] };

/** Files that only a report has; one of them is enough, so that a half report is read by half. */
const REPORT_NAMES = new Set([
  'manifest.json',
  'SHA256SUMS',
  'events.ndjson',
  'summary.json',
  'ledger.json',
  'mission-chronicle.md',
  'mission-topology.mmd',
  'owner-commands-executed.json',
  'checkpoint.json',
  'provenance.json',
]);
/** These are in a report and also stand alone: commands.json as a schedule, plan.json as a mission. */
const nameOf = ({ path }: DroppedFile): string => path.slice(path.lastIndexOf('/') + 1);

const ZIP_MAGIC = [0x50, 0x4b];

/** Judges what was dropped. */
export async function kindOf(files: DroppedFile[]): Promise<DropKind> {
  if (files.length === 0) return { kind: 'nothing' };
  if (files.some((file) => REPORT_NAMES.has(nameOf(file)))) return { kind: 'report' };
  if (files.length === 1 && (await isZip(files[0].blob))) return { kind: 'report' };
  const json = files.filter((file) => nameOf(file).toLowerCase().endsWith('.json'));
  if (json.length === 1) return { kind: 'mission', file: json[0] };
  const names = files.map(nameOf);
  if (json.length > 1) return { kind: 'many missions', names: json.map(nameOf) };
  return { kind: 'unknown', names };
}

async function isZip(blob: Blob): Promise<boolean> {
  const head = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return ZIP_MAGIC.every((byte, i) => head[i] === byte);
}
