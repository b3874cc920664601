import { Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from './archive';
import { inputOf, type ReportInput, textOf } from './input';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A zip handed out in small pieces, as a disk would. */
function inPieces(zip: Uint8Array, piece: number): ReportInput {
  return {
    path: 'report.zip',
    size: zip.length,
    async *chunks() {
      for (let at = 0; at < zip.length; at += piece) yield zip.slice(at, at + piece);
    },
  };
}

/** A zip as a stream writes it: sizes come after the data. */
function streamed(files: Record<string, string>): Uint8Array {
  const out: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(chunk);
  });
  for (const [name, text] of Object.entries(files)) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    for (let at = 0; at < text.length; at += 1000) entry.push(bytes(text.slice(at, at + 1000)));
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  return Uint8Array.from(out.flatMap((chunk) => [...chunk]));
}

const FILES = { 'r/a.json': '{"a":1}', 'r/long.txt': 'abc '.repeat(20_000), 'r/b.txt': 'end\n' };

describe('an archive', () => {
  it.each([1, 7, 1024, 1 << 20])('gives each file back, read in pieces of %i bytes', async (piece) => {
    for (const zip of [
      zipSync(Object.fromEntries(Object.entries(FILES).map(([n, t]) => [n, bytes(t)]))),
      streamed(FILES),
    ]) {
      const archive = await openArchive(inPieces(zip, piece));
      expect(archive.problems).toEqual([]);
      const texts = await Promise.all(archive.files.map(async (f) => [f.path, await textOf(f, 1e6)]));
      expect(Object.fromEntries(texts)).toEqual(FILES);
    }
  });

  it.each([
    ['../evil', '".."'],
    ['a/../../evil', '".."'],
    ['/etc/passwd', 'absolute'],
    ['C:/evil', 'absolute'],
    ['a\\b', 'backslash'],
  ])('names %s and does not hand it out', async (name, why) => {
    const archive = await openArchive(
      inputOf('x.zip', zipSync({ [name]: bytes('x'), 'good.txt': bytes('y') })),
    );
    expect(archive.files.map((f) => f.path)).toEqual(['good.txt']);
    expect(archive.problems).toHaveLength(1);
    expect(archive.problems[0]).toMatchObject({ file: 'x.zip', place: name });
    expect(archive.problems[0].reason).toContain(why);
  });

  it('refuses what is no zip, in words', async () => {
    const archive = await openArchive(inputOf('x.zip', bytes('hello')));
    expect(archive.files).toEqual([]);
    expect(archive.problems[0].reason).toContain('no zip');
  });

  it('stops inflating a bomb', async () => {
    const zip = zipSync({ 'zeros.bin': new Uint8Array(200 * 1024 * 1024) }, { level: 9 });
    expect(zip.length * 1000).toBeLessThan(210 * 1024 * 1024);
    const archive = await openArchive(inPieces(zip, 1 << 16));
    const drain = async (): Promise<void> => {
      for await (const _ of archive.files[0].chunks());
    };
    await expect(drain()).rejects.toThrow('times its size');
  });
});
