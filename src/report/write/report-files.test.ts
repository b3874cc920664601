import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SnapshotReader } from '../../engine';
import { twelveJobs } from '../../engine/fabric/testing/twelve-jobs';
import { REPORT_FILES } from '../format';
import { PROVENANCE, reportOf, runOf, text } from '../testing/runs';
import { base64, checkpointAt, checkpointText } from './checkpoint';
import { reportFiles } from './report-files';

const engine = runOf(twelveJobs);
const files = reportOf(engine);

describe('the files of a report', () => {
  it('pass sha256sum -c in a terminal', () => {
    const folder = mkdtempSync(join(tmpdir(), 'orrery-'));
    try {
      for (const [path, content] of files) writeFileSync(join(folder, path), content);
      const said = execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: folder }).toString();
      expect(said.match(/: OK$/gm)).toHaveLength(REPORT_FILES.length - 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('end with one LF, use no CR, and JSON is indented by two', () => {
    for (const [path, content] of files) {
      expect(text(content), path).toMatch(/[^\n]\n$/);
      expect(text(content), path).not.toContain('\r');
      if (path.endsWith('.json')) expect(text(content), path).toMatch(/^\{\n {2}"/);
    }
  });

  it('are told in any order, and SHA256SUMS does not wait for the others', () => {
    const sums = reportFiles({ engine, provenance: PROVENANCE }).find((f) => f.path === 'SHA256SUMS');
    expect(text([...(sums?.chunks() ?? [])][0])).toBe(text(files.get('SHA256SUMS')));
  });

  it('keep what they say: the chronicle and an event line by line', () => {
    expect(text(files.get('mission-chronicle.md'))).toMatchSnapshot();
    expect(text(files.get('events.ndjson')).split('\n').slice(0, 12)).toMatchSnapshot();
    expect(text(files.get('mission-topology.mmd'))).toMatchSnapshot();
  });

  it('say nothing of the name of their folder but in the plan', () => {
    const label = 'a-label-nobody-else-has';
    const run = runOf({ ...twelveJobs, plan: { ...twelveJobs.plan, label } });
    for (const [path, content] of reportOf(run)) {
      if (path !== 'plan.json') expect(text(content), path).not.toContain(label);
    }
  });
});

describe('checkpoint.json', () => {
  const plan = { ...twelveJobs.plan, run: { ...twelveJobs.plan.run, checkpointIntervalTicks: 4 } };
  it('holds the state after the last checkpoint, column by column', () => {
    const run = runOf({ ...twelveJobs, plan });
    const snapshot = checkpointAt(plan, run.commands, run.tables.checkpointTick) as ArrayBuffer;
    const told = JSON.parse([...checkpointText(snapshot)].join('')) as {
      state: { engine: { tick: number } };
      columns: Record<string, { type: string; length: number; base64: string }>;
    };
    expect(told.state.engine.tick).toBe(run.tables.checkpointTick);
    const reader = new SnapshotReader(snapshot);
    const ticks = Buffer.from(told.columns['series.values'].base64, 'base64');
    const wanted = reader.column('series.values', Float64Array);
    expect(new Float64Array(new Uint8Array(ticks).buffer)).toEqual(wanted);
    expect(text(reportOf(run).get('checkpoint.json'))).toBe([...checkpointText(snapshot)].join(''));
  });

  it('says why it is empty when no checkpoint fell', () => {
    const without = { ...plan, run: { ...plan.run, checkpointIntervalTicks: undefined } };
    const run = runOf({ plan: without, commands: [] });
    expect(JSON.parse(text(reportOf(run).get('checkpoint.json')))).toMatchObject({ checkpoint: null });
  });

  it('is told in base64 as everybody knows it', () => {
    for (let n = 0; n < 20; n++) {
      const bytes = Uint8Array.from({ length: n }, (_, i) => (i * 83 + n) & 255);
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }
  });
});
