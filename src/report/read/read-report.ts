import { EngineFault, type RunCommand, toHex } from '../../engine';
import { counted, type Plan, type Problem } from '../../plan';
import { createRunView } from '../view/run-view';
import type { RunSource } from '../view/source';
import type { Proof, RunView } from '../view/types';
import { booksOf, gapsOf } from './books';
import { recountRows } from './claims';
import { collect, problemOf } from './collect';
import { digestFaults } from './digests';
import { readEvents } from './events';
import { fileStates, sumFaults } from './file-states';
import type { ReportInput } from './input';
import { foreignProblem, newerProblem, readCommands, readJson, readPlan, readSmallFiles } from './parts';
import { proofOf } from './proof';
import { Rebuild } from './rebuild';
import { reportSource } from './source';
import { parseSums } from './sums';

export interface ReadProgress {
  words: string;
  done: number;
  total: number;
  unit: 'files' | 'bytes' | 'events';
}

/** What became of files that were given as a report. */
export interface ReadReport {
  /** Name of the folder or zip. */
  name: string;
  /** `orrery`, or null when this is no report of ours that can be read. */
  tool: 'orrery' | null;
  /** Answers as a live run does; null when too little could be read. */
  view: RunView | null;
  source: RunSource | null;
  proof: Proof;
  problems: Problem[];
}

const UNREAD: Proof = {
  headline: { sentence: 'This could not be read as a report.', emphasis: 'could not be read', tone: 'bad' },
  sentences: [],
  files: [],
  recount: [],
  segments: { count: 0, lastDigest: null },
};

/**
 * Reads a report from a folder, a zip or loose files, as far as it can be read: what is missing, unlisted, given twice
 * or altered is named with what to do about it, and the rest answers. Bad input never throws.
 * @throws the signal's reason, when it is aborted
 */
export async function readReport(
  inputs: readonly ReportInput[],
  onProgress: (progress: ReadProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<ReadReport> {
  const clock = stopwatch();
  const collected = await collect(inputs);
  const { name, problems } = collected;
  const unread = (): ReadReport => ({ name, tool: null, view: null, source: null, proof: UNREAD, problems });
  if (collected.files.size === 0) return unread();
  const foreign = foreignProblem(collected);
  if (foreign !== null) {
    problems.push(foreign);
    return unread();
  }
  const files = await readSmallFiles(
    collected,
    (done, total) => onProgress({ words: 'Reading the report', done, total, unit: 'files' }),
    signal,
  );
  const text = (path: string): string | null => files.get(path)?.text ?? null;
  const json = (path: string): Record<string, unknown> | null => readJson(path, text(path), problems);
  const manifest = json('manifest.json');
  const newer = newerProblem(manifest);
  if (newer !== null) {
    problems.push(newer);
    return unread();
  }
  const sumsText = text('SHA256SUMS');
  const sums = sumsText === null ? null : parseSums(sumsText);
  const claims = { summary: json('summary.json'), ledger: json('ledger.json') };
  const plan = readPlan(text('plan.json'), problems);
  const commands = readCommands(text('commands.json'), problems);
  const rebuild = plan === null ? null : startRebuild(plan, commands ?? [], problems);
  const completeMs = clock();

  const events = await readEvents(
    collected.files.get('events.ndjson'),
    rebuild,
    (done, total) => onProgress({ words: 'Reading the events', done, total, unit: 'bytes' }),
    signal,
  );
  if (events !== null) files.set('events.ndjson', events);
  const told = events === null || rebuild === null || rebuild.tables.log.length === 0 ? null : rebuild;
  const changed = [
    ...(plan === null || manifest === null
      ? []
      : digestFaults(manifest, plan, commands, told?.tables ?? null)),
    ...sumFaults(sums, files, json('provenance.json')),
  ];
  const states = fileStates(collected, files, sums, problems);
  problems.push(...lineProblems(rebuild));
  const unalteredMs = clock();

  let proof = UNREAD;
  const source =
    told === null || plan === null
      ? null
      : reportSource({
          name,
          plan,
          commands: commands ?? [],
          rebuild: told,
          manifest,
          ledger: claims.ledger,
          proof: () => proof,
        });
  const books = told === null || source === null ? null : booksOf(told, source, claims);
  proof = proofOf({
    files: states,
    gaps: gapsOf(rebuild, manifest),
    summed: sums !== null && sums.digests.size > 0,
    digestFaults: changed,
    counted: books !== null,
    bookFaults: books?.faults ?? [],
    compared: books?.compared ?? 0,
    recount: told === null ? [] : recountRows(told.recount, claims, told.tables.fleet.currencies),
    segments: {
      count: told?.tables.log.segments ?? 0,
      lastDigest: told === null ? null : toHex(told.tables.log.digest()),
    },
    elapsedMs: { complete: completeMs, unaltered: unalteredMs, conserved: clock() },
  });
  return {
    name,
    tool: 'orrery',
    view: source === null ? null : createRunView(source),
    source,
    proof,
    problems,
  };
}

/** Whether a report may be relied on: all of it could be checked, and nothing is missing, changed or out of balance. */
export function verifyReport({ proof, problems, view }: ReadReport): {
  ok: boolean;
  proof: Proof;
  problems: Problem[];
} {
  const proven = proof.sentences.length > 0 && proof.sentences.every((s) => s.verdict === 'yes');
  return { ok: view !== null && proven && problems.every((p) => p.severity !== 'error'), proof, problems };
}

function startRebuild(plan: Plan, commands: readonly RunCommand[], problems: Problem[]): Rebuild | null {
  try {
    return new Rebuild(plan, commands);
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    problems.push(
      problemOf(
        'error',
        'plan.json',
        `The plan cannot be run: ${error.message}`,
        'Ask for the report again.',
      ),
    );
    return null;
  }
}

function lineProblems(rebuild: Rebuild | null): Problem[] {
  if (rebuild === null) return [];
  const problems = rebuild.faults.map(({ line, words }) =>
    problemOf(
      'error',
      'events.ndjson',
      line === 0 ? `A${words.slice(1)} are wrong` : `The event ${words}`,
      'Ask for the report again; the other events were read.',
      line === 0 ? null : line,
    ),
  );
  if (rebuild.otherWords > 0)
    problems.push(
      problemOf(
        'warning',
        'events.ndjson',
        `${counted(rebuild.otherWords, 'line')} of events ${rebuild.otherWords === 1 ? 'is' : 'are'} written otherwise than this Orrery writes`,
        'Their data was read; do not rely on their messages.',
      ),
    );
  return problems;
}

/** Milliseconds since the last call. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    return passed;
  };
}
