import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SnapshotReader, SnapshotWriter } from './snapshot';

const column = fc.oneof(
  fc.int32Array({ maxLength: 40 }),
  fc.uint32Array({ maxLength: 40 }),
  fc.uint8Array({ maxLength: 40 }),
  fc.uint16Array({ maxLength: 40 }),
  fc.float64Array({ maxLength: 40 }),
);
const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== '__proto__');

describe('a snapshot', () => {
  it('gives back every column and section, after a copy through other memory', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, column, { noNullPrototype: true }),
        fc.dictionary(name, fc.jsonValue(), { noNullPrototype: true }),
        (columns, sections) => {
          const writer = new SnapshotWriter();
          for (const [name, value] of Object.entries(sections)) writer.json(name, value);
          for (const [name, values] of Object.entries(columns)) writer.column(name, values);
          const buffer = writer.finish();
          expect(buffer.byteLength % 8).toBe(0);
          const reader = new SnapshotReader(buffer.slice(0));
          for (const [name, value] of Object.entries(sections))
            expect(reader.json(name)).toEqual(JSON.parse(JSON.stringify(value)));
          for (const [name, values] of Object.entries(columns))
            expect(reader.column(name, values.constructor as typeof Int32Array)).toEqual(values);
        },
      ),
    );
  });

  it('is the same bytes for the same state', () => {
    const bytes = () => {
      const writer = new SnapshotWriter();
      writer.json('a', { x: 1 });
      writer.column('b', Int32Array.of(1, 2, 3));
      writer.column('c', Uint8Array.of(7));
      return new Uint8Array(writer.finish());
    };
    expect(bytes()).toEqual(bytes());
  });

  it('copies only the part of a buffer that a column shows', () => {
    const writer = new SnapshotWriter();
    writer.column('part', Int32Array.of(1, 2, 3, 4).subarray(1, 3));
    const reader = new SnapshotReader(writer.finish());
    expect(reader.column('part', Int32Array)).toEqual(Int32Array.of(2, 3));
  });

  it('refuses to be written over, read wrongly, or made of other bytes', () => {
    const writer = new SnapshotWriter();
    writer.json('a', 1);
    writer.column('b', Int32Array.of(1));
    expect(() => writer.json('a', 2)).toThrow('once');
    expect(() => writer.column('b', Int32Array.of(2))).toThrow('once');
    const reader = new SnapshotReader(writer.finish());
    expect(() => reader.json('b')).toThrow('section b');
    expect(() => reader.column('b', Float64Array)).toThrow('column b');
    expect(() => reader.column('a', Int32Array)).toThrow('column a');
    expect(() => new SnapshotReader(new ArrayBuffer(64))).toThrow('magic');
    expect(() => new SnapshotReader(new ArrayBuffer(0))).toThrow('magic');
  });
});
