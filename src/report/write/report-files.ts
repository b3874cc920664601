import { createSha256, type Engine, toHex } from '../../engine';
import { compareUtf8, serializePlan } from '../../plan';
import { NOT_SUMMED, REPORT_FILES, type ReportFileName } from '../format';
import { RunAnswers } from '../view/run-view';
import { liveSource, type RunSource } from '../view/source';
import { checkpointAt, checkpointText } from './checkpoint';
import { chronicleText } from './chronicle';
import { eventsText } from './events';
import { ledgerFileOf } from './ledger';
import { commandsText, digestOfText, manifestText } from './manifest';
import { ownerCommandsOf } from './owner-commands';
import { type Provenance, provenanceText } from './provenance';
import { summaryOf } from './summary';
import { encoded, jsonText } from './text';

/** A file of a report. Its chunks are made while they are asked for, and the same each time. */
export interface ReportFile {
  path: string;
  chunks(): Iterable<Uint8Array>;
}

export interface ReportInputs {
  engine: Engine;
  provenance: Provenance;
  /** The last checkpoint of the mission (`engine.snapshot(false)` after its tick); made again from plan and commands when absent. */
  checkpoint?: ArrayBuffer | null;
}

/**
 * All files of a run's report, in the order of REPORT_FILES. Every file but provenance.json is a function of plan,
 * commands and tick alone: equal runs give equal bytes. The run must stand still while chunks are taken.
 */
export function reportFiles({ engine, provenance, checkpoint }: ReportInputs): ReportFile[] {
  const source = liveSource(engine);
  const files = derivedFiles(source);
  files['checkpoint.json'] = () =>
    checkpointText(
      checkpoint === undefined
        ? checkpointAt(engine.plan, engine.commands, engine.tables.checkpointTick)
        : checkpoint,
    );
  files['events.ndjson'] = () => eventsText(source);
  const digests = new Map<string, string>();
  const digestOf = (path: ReportFileName): string => {
    // Only when the sums are asked for before the file itself was taken.
    if (!digests.has(path)) for (const _ of hashed(path));
    return digests.get(path) as string;
  };
  files.SHA256SUMS = () => [
    REPORT_FILES.filter((path) => !NOT_SUMMED.has(path))
      .sort(compareUtf8)
      .map((path) => `${digestOf(path)}  ${path}\n`)
      .join(''),
  ];
  files['provenance.json'] = () => [provenanceText(provenance, digestOf('SHA256SUMS'))];
  return REPORT_FILES.map((path) => ({ path, chunks: () => hashed(path) }));

  function* hashed(path: ReportFileName): Generator<Uint8Array> {
    const hash = createSha256();
    for (const chunk of encoded((files[path] as Pieces)())) {
      hash.update(chunk);
      yield chunk;
    }
    digests.set(path, toHex(hash.digest()));
  }
}

type Pieces = () => Iterable<string>;

/** The files that follow from plan, commands and events alone, so that a reader can make them again and compare. */
export function derivedFiles(source: RunSource): Partial<Record<ReportFileName, Pieces>> {
  const answers = new RunAnswers(source);
  const ledger = lazily(() => jsonText(ledgerFileOf(source)));
  const summary = (): string =>
    jsonText(
      summaryOf(answers.gathered(), {
        log: toHexDigest(source),
        ledger: digestOfText(ledger()),
      }),
    );
  return {
    'plan.json': () => [serializePlan(source.plan)],
    'commands.json': () => [commandsText(source.commands)],
    'manifest.json': () => [manifestText(source)],
    'summary.json': () => [summary()],
    'ledger.json': () => [ledger()],
    'owner-commands-executed.json': () => [jsonText(ownerCommandsOf(source))],
    'mission-chronicle.md': () => [chronicleText(answers.gathered())],
    'mission-topology.mmd': () => [answers.topology().mermaid],
  };
}

const toHexDigest = ({ tables }: RunSource): string => toHex(tables.log.digest());

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
