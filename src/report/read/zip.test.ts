import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { twelveJobs } from '../../engine/fabric/testing/twelve-jobs';
import { bytes, joined, PROVENANCE, reportOf, runOf } from '../testing/runs';
import { reportFiles } from '../write/report-files';
import { zipReport } from '../write/zip';
import { bytesInput } from './input';
import { readReport, verifyReport } from './read-report';

const engine = runOf(twelveJobs);
async function zipOf(folder?: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await zipReport(reportFiles({ engine, provenance: PROVENANCE }), (chunk) => void chunks.push(chunk), {
    folder,
  });
  return joined(chunks);
}
const readZip = (content: Uint8Array) => readReport([bytesInput('audit.zip', content)]);
const reasons = async (content: Uint8Array) =>
  (await readZip(content)).problems.map((p) => p.reason).join(' ');

describe('a zip of a report', () => {
  it('holds the same bytes as the folder, is the same each time, and reads as the folder does', async () => {
    const zip = await zipOf('twelve');
    expect(await zipOf('twelve')).toEqual(zip);
    for (const [path, content] of reportOf(engine)) expect(unzipSync(zip)[`twelve/${path}`]).toEqual(content);
    const read = await readZip(zip);
    expect([read.name, read.problems, verifyReport(read).ok]).toEqual(['twelve', [], true]);
    expect((await readZip(await zipOf())).name).toBe('audit');
  });

  it('stored without packing is read too', async () => {
    const zip = zipSync(Object.fromEntries(reportOf(engine)), { level: 0 });
    expect(verifyReport(await readZip(zip)).ok).toBe(true);
  });

  it.each(['../evil.json', '/etc/passwd', 'a/../../b', 'C:\\x', 'a\\b', './x'])(
    'with a file named %s is refused',
    async (name) => {
      const zip = zipSync({ 'plan.json': bytes('{}'), [name]: bytes('x') });
      const read = await readZip(zip);
      expect(read.view).toBeNull();
      expect(read.problems[0].reason).toContain(name);
      expect(read.problems[0].remedy).not.toBe('');
    },
  );

  it('with a name twice is refused', async () => {
    const zip = zipSync({ 'plan.json': bytes('{}'), 'PLAN.JSON': bytes('{}') });
    expect(await reasons(zip)).toMatch(/two files named/);
  });

  it('that is empty, cut off, or broken inside is told as such and never throws', async () => {
    expect(await reasons(zipSync({}))).toMatch(/empty/);
    const zip = await zipOf();
    expect(await reasons(zip.slice(0, zip.length / 2))).toMatch(/broken/);
    for (const at of [40, 1000, zip.length - 400, zip.length - 12]) {
      const broken = zip.slice();
      broken.fill(0xa5, at, at + 12);
      const read = await readZip(broken);
      expect(verifyReport(read).ok).toBe(false);
      expect(read.problems.length).toBeGreaterThan(0);
    }
  });

  it('that is a bomb is stopped before it goes off', async () => {
    const zip = zipSync(
      { 'plan.json': bytes('{}'), 'events.ndjson': new Uint8Array(104 << 20) },
      { level: 9 },
    );
    const read = await readZip(zip);
    expect(
      read.problems.map((p) => p.reason).join(' ') + read.proof.files.map((f) => f.note).join(' '),
    ).toMatch(/times its packed size/);
  });

  it('whose directory promises more than may be unpacked is refused', async () => {
    const zip = await zipOf();
    const view = new DataView(zip.buffer);
    for (let at = 0; at + 46 < zip.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true);
    }
    expect(await reasons(zip)).toMatch(/unpacks to/);
  });

  it('can be given up while it is written', async () => {
    const stop = new AbortController();
    const writing = zipReport(reportFiles({ engine, provenance: PROVENANCE }), () => stop.abort(), {
      signal: stop.signal,
    });
    await expect(writing).rejects.toThrow();
  });
});
