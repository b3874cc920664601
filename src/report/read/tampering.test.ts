import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createStream } from '../../engine';
import { twelveJobs } from '../../engine/fabric/testing/twelve-jobs';
import { NOT_SUMMED, REPORT_FILES } from '../format';
import { bytes, inputsOf, readBack, reportOf, runOf, text } from '../testing/runs';
import type { Proof } from '../view/types';
import { type ReadReport, readReport, verifyReport } from './read-report';

const whole = reportOf(runOf(twelveJobs));
const verdictOf = (read: ReadReport, id: Proof['sentences'][number]['id']) =>
  read.proof.sentences.find((s) => s.id === id)?.verdict;
const stateOf = (read: ReadReport, path: string) => read.proof.files.find((f) => f.path === path)?.state;

/** The report with one file replaced. */
function withFile(path: string, content: string): Map<string, Uint8Array> {
  return new Map(whole).set(path, bytes(content));
}
/** As a forger would: the checksums and the digest of their list are written anew. */
function forged(path: string, change: (content: string) => string): Map<string, Uint8Array> {
  const files = withFile(path, change(text(whole.get(path))));
  const sha = (content: Uint8Array | undefined) =>
    createHash('sha256')
      .update(content ?? new Uint8Array())
      .digest('hex');
  const sums = [...files.keys()].filter((name) => !NOT_SUMMED.has(name)).sort();
  files.set('SHA256SUMS', bytes(sums.map((name) => `${sha(files.get(name))}  ${name}\n`).join('')));
  const provenance = text(files.get('provenance.json')).replace(/[0-9a-f]{64}/, sha(files.get('SHA256SUMS')));
  return files.set('provenance.json', bytes(provenance));
}
function replaced(from: string | RegExp, to: string): (content: string) => string {
  return (content) => {
    const changed = content.replace(from, to);
    if (changed === content) throw new Error(`nothing to replace: ${from}`);
    return changed;
  };
}

describe('a flipped bit', () => {
  const covered = REPORT_FILES.filter((path) => path !== 'provenance.json');
  it.each(covered)('anywhere in %s makes the report altered', async (path) => {
    const stream = createStream('flips', path);
    for (let n = 0; n < 20; n++) {
      const content = whole.get(path)?.slice() ?? new Uint8Array();
      content[stream.below(content.length)] ^= 1 << stream.below(8);
      const read = await readBack(new Map(whole).set(path, content));
      expect(verdictOf(read, 'unaltered')).toBe('no');
      if (path !== 'SHA256SUMS') expect(stateOf(read, path)).toBe('altered');
      expect(verifyReport(read).ok).toBe(false);
      expect(read.proof.headline.sentence).toMatch(/^Do not rely on this report\./);
    }
  });

  it('in provenance.json is not covered by any checksum, and the proof says so', async () => {
    const read = await readBack(whole);
    expect(stateOf(read, 'provenance.json')).toBe('not covered');
    expect(read.proof.files.filter((f) => f.state === 'matches').map((f) => f.path)).toHaveLength(10);
  });
});

describe('a forger who also writes new checksums', () => {
  it.each<[string, string, (content: string) => string, RegExp]>([
    ['events', 'events.ndjson', replaced(/"type":"job\.completed".*\n/, ''), /events|end/i],
    ['an event', 'events.ndjson', replaced(/("tick":)(\d+)(,"type":"job\.completed")/, '$19$3'), /event/i],
    ['a number of the summary', 'summary.json', replaced(/"completed": \d+/, '"completed": 99'), /99/],
    [
      'a number of the ledger',
      'ledger.json',
      replaced(/"totalSmallest": \d+/, '"totalSmallest": 1'),
      /Paid|ledger/,
    ],
    ['a job of the plan', 'plan.json', replaced(/"value": \d+/, '"value": 77'), /plan\.json/],
    ['a command', 'commands.json', replaced(/"tick": \d+/, '"tick": 1'), /commands\.json/],
  ])('of %s is caught all the same', async (_what, path, change, words) => {
    const read = await readBack(forged(path, change));
    expect(stateOf(read, path)).toBe('matches');
    expect(verifyReport(read).ok).toBe(false);
    const said = read.proof.sentences
      .filter((s) => s.verdict === 'no')
      .flatMap((s) => [s.sentence, ...s.details]);
    expect(said.join(' ')).toMatch(words);
  });

  it('of one more completion is told which job ends twice, and in which segment', async () => {
    const read = await readBack(
      forged('events.ndjson', (content) => {
        const lines = content.split('\n');
        const at = lines.findIndex((line) => line.includes('job.completed'));
        lines.splice(at + 1, 0, lines[at]);
        return lines.join('\n');
      }),
    );
    const conserved = read.proof.sentences.find((s) => s.id === 'conserved');
    expect(conserved?.verdict).toBe('no');
    expect(conserved?.sentence).toMatch(/^1 job ends twice: /);
    expect(verdictOf(read, 'unaltered')).toBe('no');
    expect(read.problems.some((p) => p.file === 'events.ndjson' && p.line !== null)).toBe(true);
    expect(read.view).not.toBeNull();
  });
});

describe('half a report', () => {
  it.each(REPORT_FILES)('without %s is read as far as it goes, and the file is named', async (path) => {
    const files = new Map(whole);
    files.delete(path);
    const read = await readBack(files);
    expect(stateOf(read, path)).toBe('missing');
    expect(verdictOf(read, 'complete')).toBe('no');
    expect(read.problems.some((p) => p.file === path && p.remedy !== '')).toBe(true);
    expect(read.view === null).toBe(path === 'plan.json' || path === 'events.ndjson');
    if (path === 'SHA256SUMS') expect(verdictOf(read, 'unaltered')).toBe('unknown');
    if (path === 'events.ndjson') expect(verdictOf(read, 'conserved')).toBe('unknown');
  });

  it('with a stray file names it and stays whole', async () => {
    const read = await readBack(withFile('stray.txt', 'hello'));
    expect(stateOf(read, 'stray.txt')).toBe('unlisted');
    expect(verdictOf(read, 'complete')).toBe('yes');
    expect(verifyReport(read).ok).toBe(true);
  });

  it('whose events are cut off says so, and shows the run up to there', async () => {
    const content = text(whole.get('events.ndjson'));
    const read = await readBack(withFile('events.ndjson', content.slice(0, content.length / 2)));
    expect(verdictOf(read, 'complete')).toBe('no');
    expect(read.proof.sentences[0].details.join(' ')).toMatch(/cut off/);
    expect((await read.view?.overview())?.status).toBe('running');
  });

  it.each(['plan.json', 'commands.json', 'manifest.json', 'summary.json', 'ledger.json', 'provenance.json'])(
    'with bad JSON in %s names the file',
    async (path) => {
      const read = await readBack(withFile(path, '{"format": '));
      expect(read.problems.some((p) => p.file === path && /JSON|json/.test(p.reason))).toBe(true);
    },
  );

  it('with lines that are no events names each with its number', async () => {
    const content = text(whole.get('events.ndjson')).split('\n');
    content[3] = 'not json';
    content[5] = '{"seq":5,"tick":0,"type":"job.vanished","data":{}}';
    const read = await readBack(withFile('events.ndjson', content.join('\n')));
    const lines = read.problems.filter((p) => p.file === 'events.ndjson').map((p) => [p.line, p.reason]);
    expect(lines).toContainEqual([4, 'The event is not JSON']);
    expect(lines).toContainEqual([6, 'The event has the unknown type "job.vanished"']);
  });
});

describe('what is no report', () => {
  it.each<[string, Map<string, Uint8Array>, RegExp]>([
    ['nothing', new Map(), /no file/],
    ['a text', new Map([['notes.txt', bytes('hello')]]), /not an Orrery report/],
    [
      'a report of another tool',
      new Map([
        ['summary.json', bytes('{}')],
        ['events.ndjson', bytes('')],
      ]),
      /another tool/,
    ],
    [
      'a report of a newer version',
      withFile('manifest.json', '{"format": "orrery.report/2"}'),
      /does not know/,
    ],
    ['a report of another format', withFile('manifest.json', '{"format": "else/1"}'), /else\/1/],
  ])('is told as such: %s', async (_what, files, words) => {
    const read = await readReport(inputsOf(files));
    expect(read.view).toBeNull();
    expect(read.problems.map((p) => p.reason).join(' ')).toMatch(words);
    expect(read.problems.every((p) => p.remedy !== '')).toBe(true);
    expect(verifyReport(read).ok).toBe(false);
  });

  it('is found in a folder within a folder, and a second report beside it is named', async () => {
    const read = await readReport([
      ...inputsOf(whole, 'a/b/first/'),
      ...inputsOf(new Map([...whole].slice(0, 3)), 'a/second/'),
    ]);
    expect(read.name).toBe('first');
    expect(read.problems.map((p) => p.reason)).toEqual([
      'Another report lies beside this one and was not read',
    ]);
  });

  it('given twice, file by file, is named', async () => {
    const read = await readReport([...inputsOf(whole), ...inputsOf(new Map([...whole].slice(0, 1)))]);
    expect(read.problems.map((p) => p.reason)).toEqual(['This file was given twice; the first one was read']);
  });
});

it('stops at once when it is told to', async () => {
  const stop = new AbortController();
  await expect(readReport(inputsOf(whole), () => stop.abort(), stop.signal)).rejects.toThrow();
});
