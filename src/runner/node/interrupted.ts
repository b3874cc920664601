import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Engine, toHex } from '../../engine';
import {
  ENGINE_REVISION,
  type Plan,
  type ScheduledCommand,
  serializeCommands,
  serializePlan,
} from '../../plan';
import { snapshotBytes } from '../host/saving';
import { checksumOf } from '../vault/checksum';

/** Inside the report's folder, where no report ever has a file. */
export const INTERRUPTED_FOLDER = '.interrupted';
const FORMAT = 'orrery.interrupted/1';
/** A larger state is computed again instead: one buffer of it must fit beside the run. */
const SNAPSHOT_BYTES_MAX = 1024 * 1024 * 1024;

interface InterruptedFacts {
  format: typeof FORMAT;
  engineRevision: number;
  tick: number;
  digest: string;
  planSha256: string;
  commandsSha256: string;
  /** Null: there is no snapshot.bin, the run is computed again up to `tick`. */
  snapshotSha256: string | null;
}

export interface InterruptedRun {
  tick: number;
  digest: string;
  snapshot: ArrayBuffer | null;
}

const shaOfText = (text: string): Promise<string> =>
  checksumOf(new TextEncoder().encode(text).buffer as ArrayBuffer);

/** Writes where a run stands into `<folder>/.interrupted/`; state.json last, so that half a state is none. */
export async function writeInterrupted(
  folder: string,
  engine: Engine,
  plan: Plan,
  commands: ScheduledCommand[],
): Promise<string> {
  const place = join(folder, INTERRUPTED_FOLDER);
  await removeInterrupted(folder);
  await mkdir(place, { recursive: true });
  const snapshot = snapshotBytes(engine) > SNAPSHOT_BYTES_MAX ? null : engine.snapshot();
  const commandsText = serializeCommands(commands);
  const facts: InterruptedFacts = {
    format: FORMAT,
    engineRevision: ENGINE_REVISION,
    tick: engine.tick,
    digest: toHex(engine.tables.log.digest()),
    planSha256: await shaOfText(serializePlan(plan)),
    commandsSha256: await shaOfText(commandsText),
    snapshotSha256: snapshot === null ? null : await checksumOf(snapshot),
  };
  await writeFile(join(place, 'commands.json'), commandsText);
  if (snapshot !== null) await writeFile(join(place, 'snapshot.bin'), new Uint8Array(snapshot));
  await writeFile(join(place, 'state.json.writing'), `${JSON.stringify(facts, null, 2)}\n`);
  await rename(join(place, 'state.json.writing'), join(place, 'state.json'));
  return place;
}

/**
 * The state that an interrupted run of this very plan left; a damaged snapshot is named to `notice` and left out.
 * @throws in words, when there is none, or it is of another plan, schedule or engine
 */
export async function readInterrupted(
  folder: string,
  plan: Plan,
  commands: ScheduledCommand[],
  notice: (words: string) => void,
): Promise<InterruptedRun> {
  const place = join(folder, INTERRUPTED_FOLDER);
  const text = await readFile(join(place, 'state.json'), 'utf8').catch(() => null);
  if (text === null) throw new Error(`Nothing was interrupted in ${folder}`);
  let facts: InterruptedFacts;
  try {
    facts = JSON.parse(text) as InterruptedFacts;
  } catch {
    throw new Error(`${join(place, 'state.json')} is damaged`);
  }
  if (facts.format !== FORMAT)
    throw new Error(`${join(place, 'state.json')} has the format ${facts.format}, which is not known here`);
  if (facts.engineRevision !== ENGINE_REVISION)
    throw new Error(
      `The run was interrupted in engine revision ${facts.engineRevision}; this one is ${ENGINE_REVISION} and would go on differently`,
    );
  if (facts.planSha256 !== (await shaOfText(serializePlan(plan))))
    throw new Error('The mission is not the one that was interrupted: its plan has changed since');
  if (facts.commandsSha256 !== (await shaOfText(serializeCommands(commands))))
    throw new Error('The mission is not the one that was interrupted: its commands have changed since');
  return { tick: facts.tick, digest: facts.digest, snapshot: await snapshotIn(place, facts, notice) };
}

async function snapshotIn(
  place: string,
  { snapshotSha256 }: InterruptedFacts,
  notice: (words: string) => void,
): Promise<ArrayBuffer | null> {
  if (snapshotSha256 === null) return null;
  const bytes = await readFile(join(place, 'snapshot.bin')).catch(() => null);
  // A pooled buffer is copied, so that the snapshot begins where its buffer begins.
  const snapshot = bytes === null ? null : new Uint8Array(bytes).buffer;
  if (snapshot !== null && (await checksumOf(snapshot)) === snapshotSha256) return snapshot;
  notice('The saved state is damaged. The run is computed again from its plan, which is exact too.');
  return null;
}

/** Removes the state and nothing else. */
export async function removeInterrupted(folder: string): Promise<void> {
  await rm(join(folder, INTERRUPTED_FOLDER), { recursive: true, force: true });
}
