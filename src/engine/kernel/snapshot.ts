import { assert } from './assert';

/**
 * All state in one transferable buffer: a JSON directory, then columns aligned to 8 bytes.
 * Layout: magic (8 bytes) | directory length (uint32 LE) | padding | directory (UTF-8) | padding | columns.
 */
const MAGIC = 'ORRERYs1';
type Column = Int32Array | Uint32Array | Uint8Array | Uint16Array | Float64Array;
type ColumnType<T extends Column> = {
  new (buffer: ArrayBuffer, offset: number, length: number): T;
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
};
interface Directory {
  json: Record<string, unknown>;
  columns: Record<string, { type: string; offset: number; length: number }>;
}

const align = (bytes: number): number => Math.ceil(bytes / 8) * 8;

export class SnapshotWriter {
  private readonly directory: Directory = { json: {}, columns: {} };
  private readonly pieces: { offset: number; column: Column }[] = [];
  private bytes = 0;

  json(name: string, value: unknown): void {
    assert(!Object.hasOwn(this.directory.json, name), `snapshot section ${name} is written once`);
    this.directory.json[name] = value;
  }

  /** `column` is copied by `finish`, so it must not change in between. */
  column(name: string, column: Column): void {
    assert(!Object.hasOwn(this.directory.columns, name), `snapshot section ${name} is written once`);
    this.directory.columns[name] = {
      type: column.constructor.name,
      offset: this.bytes,
      length: column.length,
    };
    this.pieces.push({ offset: this.bytes, column });
    this.bytes = align(this.bytes + column.byteLength);
  }

  finish(): ArrayBuffer {
    const directory = new TextEncoder().encode(JSON.stringify(this.directory));
    const start = align(16 + directory.length);
    const buffer = new ArrayBuffer(start + this.bytes);
    const bytes = new Uint8Array(buffer);
    for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
    new DataView(buffer).setUint32(8, directory.length, true);
    bytes.set(directory, 16);
    for (const { offset, column } of this.pieces) {
      bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), start + offset);
    }
    return buffer;
  }
}

export class SnapshotReader {
  private readonly directory: Directory;
  private readonly start: number;

  /** Throws when `buffer` is no snapshot of this layout. */
  constructor(private readonly buffer: ArrayBuffer) {
    const bytes = new Uint8Array(buffer);
    let magic = '';
    for (let i = 0; i < MAGIC.length; i++) magic += String.fromCharCode(bytes[i] ?? 0);
    assert(magic === MAGIC, 'a snapshot starts with its magic');
    const length = new DataView(buffer).getUint32(8, true);
    this.directory = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + length))) as Directory;
    this.start = align(16 + length);
  }

  json<T>(name: string): T {
    assert(Object.hasOwn(this.directory.json, name), `snapshot has section ${name}`);
    return this.directory.json[name] as T;
  }

  /** A copy of a column, of the type that was written. */
  column<T extends Column>(name: string, type: ColumnType<T>): T {
    const entry = this.directory.columns[name];
    assert(entry !== undefined && entry.type === type.name, `snapshot has column ${name} of ${type.name}`);
    const offset = this.start + entry.offset;
    const copy = this.buffer.slice(offset, offset + entry.length * type.BYTES_PER_ELEMENT);
    return new type(copy, 0, entry.length);
  }
}
