import { numbered, type RunCommand } from '../../engine';
import { ENGINE_REVISION, type Plan, type Problem, parseCommands, parseMission, preflight } from '../../plan';
import { REPORT_FILES, REPORT_FORMAT } from '../format';
import { textAt } from './claims';
import { type Collected, problemOf } from './collect';
import { jsonObject, type ReadFile, readWhole } from './small-files';

/** Files whose text is read; the others are only hashed. events.ndjson is read by itself. */
const READ_AS_TEXT: ReadonlySet<string> = new Set([
  'plan.json',
  'commands.json',
  'manifest.json',
  'summary.json',
  'ledger.json',
  'SHA256SUMS',
  'provenance.json',
]);
const OURS: ReadonlySet<string> = new Set(REPORT_FILES);

/** Told to somebody who gave something that is no report of ours; null when it may be one. */
export function foreignProblem({ files, name }: Collected): Problem | null {
  if (files.size === 0) return null;
  const names = [...files.keys()].filter((path) => OURS.has(path));
  if (names.some((path) => path === 'manifest.json' || path === 'plan.json' || path === 'SHA256SUMS'))
    return null;
  if (names.length > 0 && !files.has('summary.json') && !files.has('ledger.json')) return null;
  return names.length > 0
    ? problemOf(
        'error',
        name,
        'This looks like a report of another tool: it has neither plan.json nor manifest.json',
        'An Orrery report has both. If they were left out, give the whole folder.',
      )
    : problemOf(
        'error',
        name,
        'This is not an Orrery report: none of its files has the name of one',
        'Give the folder that holds manifest.json, or a zip of it.',
      );
}

/** Reads and hashes every file of the report but its events. */
export async function readSmallFiles(
  { files }: Collected,
  onFile: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Map<string, ReadFile>> {
  const found = new Map<string, ReadFile>();
  const names = [...files.keys()].filter((name) => OURS.has(name) && name !== 'events.ndjson');
  for (const [at, name] of names.entries()) {
    onFile(at, names.length);
    const file = files.get(name);
    if (file !== undefined) found.set(name, await readWhole(file, READ_AS_TEXT.has(name), signal));
  }
  return found;
}

/** The object in a JSON file; null when there is none, and then why is a problem. */
export function readJson(
  name: string,
  text: string | null,
  problems: Problem[],
): Record<string, unknown> | null {
  if (text === null) return null;
  const read = jsonObject(text);
  if ('value' in read) return read.value;
  problems.push(problemOf('error', name, read.fault, 'Ask for the report again; the rest of it was read.'));
  return null;
}

/** A report of a version that is not known here; null when it can be read. */
export function newerProblem(manifest: Record<string, unknown> | null): Problem | null {
  if (manifest === null) return null;
  const format = textAt(manifest, 'format');
  if (format === REPORT_FORMAT) return null;
  if (format?.startsWith('orrery.report/'))
    return problemOf(
      'error',
      'manifest.json',
      `The report has the format "${format}", which this Orrery does not know`,
      'Open it with a newer Orrery.',
    );
  return problemOf(
    'error',
    'manifest.json',
    format === null ? 'It does not say what format the report has' : `The report has the format "${format}"`,
    `An Orrery report says "format": "${REPORT_FORMAT}".`,
  );
}

/** The plan of the report; null when it cannot be run, and then why is a problem. */
export function readPlan(text: string | null, problems: Problem[]): Plan | null {
  if (text === null) return null;
  const { mission, problems: found } = parseMission(text, 'plan.json');
  problems.push(...found);
  if (mission === null) return null;
  const { plan } = mission;
  // What merely is unwise has happened already; only what cannot be rebuilt matters here.
  const blocking = preflight(plan, []).filter((p) => p.severity === 'error');
  problems.push(...blocking.map((p) => ({ ...p, file: 'plan.json' })));
  if (plan.engineRevision !== ENGINE_REVISION)
    problems.push(
      problemOf(
        'warning',
        'plan.json',
        `The run was made with engine revision ${plan.engineRevision}; this Orrery has ${ENGINE_REVISION}`,
        'Its events are read as they stand; a new run of the plan may differ.',
      ),
    );
  return blocking.length > 0 ? null : plan;
}

/** The schedule of the report; null when it is missing or cannot be read. */
export function readCommands(text: string | null, problems: Problem[]): RunCommand[] | null {
  if (text === null) return null;
  const { commands, problems: found } = parseCommands(text, 'commands.json');
  problems.push(...found);
  return commands === null ? null : numbered(commands);
}
