import { Engine, numbered } from '../../engine';
import type { Plan, ScheduledCommand } from '../../plan';
import { bytesInput, type ReportInput } from '../read/input';
import { type ReadReport, readReport } from '../read/read-report';
import type { Provenance } from '../write/provenance';
import { type ReportFile, reportFiles } from '../write/report-files';

export const PROVENANCE: Provenance = {
  writtenAt: '2026-01-02T03:04:05.000Z',
  writtenBy: 'test',
  runtime: 'test',
  resumed: false,
};

export const END = Number.MAX_SAFE_INTEGER;

/** A run of a small mission up to a tick. */
export function runOf(mission: { plan: Plan; commands: ScheduledCommand[] }, tick = END): Engine {
  const engine = new Engine(mission.plan, numbered(mission.commands));
  engine.advanceTo(tick);
  return engine;
}

/** Bytes of a report by path, taken as a writer would. */
export function bytesOf(files: readonly ReportFile[]): Map<string, Uint8Array> {
  return new Map(files.map((file) => [file.path, joined([...file.chunks()])]));
}
export const reportOf = (engine: Engine): Map<string, Uint8Array> =>
  bytesOf(reportFiles({ engine, provenance: PROVENANCE }));

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, c) => sum + c.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

export function inputsOf(files: ReadonlyMap<string, Uint8Array>, folder = 'small/'): ReportInput[] {
  return [...files].map(([path, bytes]) => bytesInput(folder + path, bytes));
}
export const readBack = (files: ReadonlyMap<string, Uint8Array>): Promise<ReadReport> =>
  readReport(inputsOf(files));

export const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
export const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
