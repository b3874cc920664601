import { LIMITS, thousands } from '../../plan';
import { ReadFault, type ReportInput, readSlice } from './input';

/** An entry as the zip's central directory tells it. */
export interface ZipEntry {
  path: string;
  method: number;
  packedBytes: number;
  bytes: number;
  headerOffset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
/** An end record is followed by a comment of at most 16 bits of bytes. */
const MOST_TAIL = END_BYTES + 0xffff;
/** A directory of this size names far more files than a report may have. */
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024;
const IN_64_BITS = 0xffff_ffff;
const ENCRYPTED = 1;

const broken = (what: string): ReadFault =>
  new ReadFault(`The zip is broken: ${what}`, 'Take it from its source again, or give the folder instead.');

/** Reads a zip's list of entries from its end; folders are left out. @throws ReadFault when it is no whole zip */
export async function zipDirectory(input: ReportInput): Promise<ZipEntry[]> {
  const { offset, bytes, count } = await findDirectory(input);
  if (count > LIMITS.reportFiles)
    throw new ReadFault(
      `The zip has ${thousands(count)} files; a report has at most ${thousands(LIMITS.reportFiles)}`,
      'Give only the report.',
    );
  if (bytes > MOST_DIRECTORY_BYTES || offset + bytes > input.size) throw broken('its directory does not fit');
  const view = viewOf(await readSlice(input, offset, offset + bytes));
  const entries: ZipEntry[] = [];
  for (let at = 0, n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL)
      throw broken('its directory is cut off');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((o) => view.getUint16(at + o, true));
    const end = at + 46 + nameBytes + extraBytes;
    if (end + commentBytes > view.byteLength) throw broken('its directory is cut off');
    const path = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes));
    const flags = view.getUint16(at + 8, true);
    if ((flags & ENCRYPTED) !== 0)
      throw new ReadFault(`The zip is encrypted (${path})`, 'Unpack it, then give the folder.');
    const entry: ZipEntry = {
      path,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    };
    readLongSizes(view, at + 46 + nameBytes, end, entry);
    if (!path.endsWith('/')) entries.push(entry);
    at = end + commentBytes;
  }
  return entries;
}

/** Where an entry's packed bytes begin. @throws ReadFault when its own header tells another story */
export async function dataOffset(input: ReportInput, entry: ZipEntry): Promise<number> {
  if (entry.headerOffset + 30 > input.size) throw broken(`${entry.path} lies outside of it`);
  const head = viewOf(await readSlice(input, entry.headerOffset, entry.headerOffset + 30));
  if (head.getUint32(0, true) !== 0x04034b50) throw broken(`${entry.path} has no header`);
  const offset = entry.headerOffset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (offset + entry.packedBytes > input.size) throw broken(`${entry.path} is cut off`);
  return offset;
}

async function findDirectory(input: ReportInput): Promise<{ offset: number; bytes: number; count: number }> {
  const tailFrom = Math.max(0, input.size - MOST_TAIL);
  const tail = viewOf(await readSlice(input, tailFrom, input.size));
  let at = tail.byteLength - END_BYTES;
  while (at >= 0 && tail.getUint32(at, true) !== END) at--;
  if (at < 0) throw broken('it has no directory, so it was cut off or is no zip');
  const found = {
    count: tail.getUint16(at + 10, true),
    bytes: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  if (found.offset !== IN_64_BITS && found.bytes !== IN_64_BITS && found.count !== 0xffff) return found;
  const locatorAt = at - LOCATOR_BYTES;
  if (locatorAt < 0 || tail.getUint32(locatorAt, true) !== LOCATOR_64) return found;
  const endAt = Number(tail.getBigUint64(locatorAt + 8, true));
  if (endAt + 56 > input.size) throw broken('its directory does not fit');
  const end = viewOf(await readSlice(input, endAt, endAt + 56));
  if (end.getUint32(0, true) !== END_64) throw broken('its directory is not where it should be');
  return {
    count: Number(end.getBigUint64(32, true)),
    bytes: Number(end.getBigUint64(40, true)),
    offset: Number(end.getBigUint64(48, true)),
  };
}

/** Sizes and offsets beyond 32 bits stand in an extra field, only those that did not fit. */
function readLongSizes(view: DataView, from: number, to: number, entry: ZipEntry): void {
  for (let at = from; at + 4 <= to; ) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (id === 1) {
      let field = at + 4;
      for (const name of ['bytes', 'packedBytes', 'headerOffset'] as const) {
        if (entry[name] !== IN_64_BITS || field + 8 > Math.min(end, to)) continue;
        entry[name] = Number(view.getBigUint64(field, true));
        field += 8;
      }
    }
    at = end;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
