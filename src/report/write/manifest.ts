import { createSha256, type RunCommand, SEGMENT_EVENTS, toHex } from '../../engine';
import { serializeCommands } from '../../plan';
import { FORMATS, REPORT_FORMAT } from '../format';
import { planDigest } from '../view/describe';
import type { RunSource } from '../view/source';
import { jsonText } from './text';

/** commands.json of a run: its schedule in order of sequence. */
export function commandsText(commands: readonly RunCommand[]): string {
  return serializeCommands(
    commands.map(({ tick, command, note }) =>
      note === undefined ? { tick, command } : { tick, command, note },
    ),
  );
}

export function digestOfText(text: string): string {
  return toHex(createSha256().update(new TextEncoder().encode(text)).digest());
}

/**
 * manifest.json: formats, engine revision, and the digests that name the run: its inputs, its dictionary, its log,
 * and each segment of it, so that two logs can be bisected. Digests of files stand in SHA256SUMS alone.
 */
export function manifestText({ plan, commands, tables, tick }: RunSource): string {
  const { log } = tables;
  return jsonText({
    format: REPORT_FORMAT,
    formats: FORMATS,
    engineRevision: plan.engineRevision,
    ticksDone: tick + 1,
    events: log.length,
    digests: {
      plan: planDigest(plan),
      commands: digestOfText(commandsText(commands)),
      dictionary: toHex(log.segmentDigest(0)),
      log: toHex(log.digest()),
    },
    segmentEvents: SEGMENT_EVENTS,
    segments: Array.from({ length: log.segments }, (_, k) => toHex(log.segmentDigest(k + 1))),
  });
}
