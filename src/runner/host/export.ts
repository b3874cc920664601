import { type ReportFile, reportFiles, zipReport } from '../../report';
import type { EngineHost } from './engine-host';

/** What is true of this writing of a report and not of the run. */
export interface WrittenBy {
  writtenBy: 'page' | 'terminal';
  /** Browser or Node, as it names itself. */
  runtime: string;
  /** Whether the run was interrupted and continued. */
  resumed: boolean;
}

/**
 * Writes the report of a run, which stands still meanwhile, into a zip with one folder named by the mission's
 * label. Each chunk is waited for; what `take` throws ends the export.
 */
export function exportZip(
  host: EngineHost,
  by: WrittenBy,
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<void> {
  return host.hold(() => zipReport(filesOf(host, by), take, { folder: host.engine.plan.label }));
}

/** Writes the report file by file; `null` ends a file. Otherwise as `exportZip`. */
export function exportFiles(
  host: EngineHost,
  by: WrittenBy,
  take: (path: string, chunk: Uint8Array | null) => Promise<void>,
): Promise<void> {
  return host.hold(async () => {
    for (const { path, chunks } of filesOf(host, by)) {
      for (const chunk of chunks()) await take(path, chunk);
      await take(path, null);
    }
  });
}

function filesOf({ engine }: EngineHost, by: WrittenBy): ReportFile[] {
  return reportFiles({ engine, provenance: { ...by, writtenAt: new Date().toISOString() } });
}
