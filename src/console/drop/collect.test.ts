import { expect, test } from 'vitest';
import { collect, filesOfInput, nameOfDrop, type Source, sourcesOf } from './collect';

const never = new AbortController().signal;
const file = (name: string) => new File(['x'], name);

/** A directory entry that hands out its children in portions, as browsers do. */
function directory(name: string, children: unknown[]): FileSystemEntry {
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader() {
      const left = [...children];
      return { readEntries: (done: (entries: unknown[]) => void) => done(left.splice(0, 2)) };
    },
  } as unknown as FileSystemEntry;
}
const leaf = (name: string, fails = false): unknown => ({
  name,
  isFile: true,
  file: (done: (f: File) => void, fail: (e: Error) => void) =>
    fails ? fail(new Error('no permission')) : done(file(name)),
});
const folderHandle = (name: string, children: unknown[]) => ({
  kind: 'directory',
  name,
  async *values() {
    yield* children;
  },
});
const fileHandle = (name: string) => ({ kind: 'file', name, getFile: async () => file(name) });
const handle = (h: unknown): Source => ({ kind: 'handle', handle: Promise.resolve(h as FileSystemHandle) });

test('a folder handle gives every file with its path', async () => {
  const root = folderHandle('report', [fileHandle('a.json'), folderHandle('sub', [fileHandle('b.json')])]);
  const { files, unread } = await collect([handle(root)], () => {}, never);
  expect(files.map((f) => f.path)).toEqual(['report/a.json', 'report/sub/b.json']);
  expect(unread).toEqual([]);
});

test('directory entries are read portion by portion until the end', async () => {
  const entry = directory(
    'r',
    ['1', '2', '3', '4', '5'].map((n) => leaf(n)),
  );
  const counts: number[] = [];
  const { files } = await collect([{ kind: 'entry', entry }], (n) => counts.push(n), never);
  expect(files.map((f) => f.path)).toEqual(['r/1', 'r/2', 'r/3', 'r/4', 'r/5']);
  expect(counts).toEqual([1, 2, 3, 4, 5]);
});

test('a file that cannot be opened is named and the rest is kept', async () => {
  const entry = directory('r', [leaf('good'), leaf('locked', true), leaf('also-good')]);
  const { files, unread } = await collect([{ kind: 'entry', entry }], () => {}, never);
  expect(files.map((f) => f.path)).toEqual(['r/good', 'r/also-good']);
  expect(unread).toEqual([{ path: 'r/locked', words: 'no permission' }]);
});

test('cancel stops between two files', async () => {
  const abort = new AbortController();
  const entry = directory(
    'r',
    ['1', '2', '3'].map((n) => leaf(n)),
  );
  const reading = collect([{ kind: 'entry', entry }], () => abort.abort(), abort.signal);
  await expect(reading).rejects.toThrow(/abort/i);
});

test('too many files are refused with the limit', async () => {
  const endless = {
    kind: 'directory',
    name: 'disk',
    async *values() {
      for (let i = 0; ; i++) yield fileHandle(String(i));
    },
  };
  await expect(collect([handle(endless)], () => {}, never)).rejects.toThrow('10,000');
});

test('handles are taken at once where the browser has them, else entries, else files', () => {
  const item = (more: object) =>
    ({ kind: 'file', getAsFile: () => file('f'), ...more }) as unknown as DataTransferItem;
  const kinds = sourcesOf([
    item({ getAsFileSystemHandle: () => Promise.resolve(null), webkitGetAsEntry: () => leaf('e') }),
    item({ webkitGetAsEntry: () => leaf('e') }),
    item({ webkitGetAsEntry: () => null }),
    { kind: 'string' } as DataTransferItem,
  ]).map((s) => s.kind);
  expect(kinds).toEqual(['handle', 'entry', 'file']);
});

test('a drop is called by its one folder or file', () => {
  expect(nameOfDrop([{ path: 'report/a' }, { path: 'report/b/c' }])).toBe('report');
  expect(nameOfDrop([{ path: 'mission.json' }])).toBe('mission.json');
  expect(nameOfDrop([{ path: 'a' }, { path: 'b' }])).toBe('2 files');
  expect(filesOfInput([file('plain.json')])[0].path).toBe('plain.json');
});
