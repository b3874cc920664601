import { thousands } from '../../plan';
import { lawBroken } from '../view/live-proof';
import type { RunSource } from '../view/source';
import { derivedFiles } from '../write/report-files';
import { type Claims, differences, numberAt, recountRows } from './claims';
import type { Rebuild } from './rebuild';
import { jsonObject } from './small-files';

export interface Books {
  /** What does not balance or is claimed otherwise, in sentences. */
  faults: string[];
  /** Claims and laws that were compared. */
  compared: number;
}

/** Compares what the events give with themselves, with the laws, and with what summary.json and ledger.json claim. */
export function booksOf(rebuild: Rebuild, source: RunSource, claims: Claims): Books {
  const faults = [...rebuild.recount.faultsInWords()];
  if (rebuild.faultCount > 0) {
    const [first] = rebuild.faults;
    faults.push(
      `Line ${first.line} of events.ndjson ${first.words}${rebuild.faultCount > 1 ? `, and ${thousands(rebuild.faultCount - 1)} more lines are wrong` : ''}.`,
    );
  }
  const rows = recountRows(rebuild.recount, claims, source.tables.fleet.currencies);
  for (const row of rows)
    if (row.agrees === false)
      faults.push(
        `${row.label}: the report claims ${thousands(row.claimed ?? 0)}, its events give ${thousands(row.recounted)}.`,
      );
  faults.push(...source.invariants.filter((law) => !law.holds).map(lawBroken));
  const made = derivedFiles(source);
  let compared = rows.filter((row) => row.agrees !== null).length + source.invariants.length;
  for (const [name, claimed] of [
    ['summary.json', claims.summary],
    ['ledger.json', claims.ledger],
  ] as const) {
    if (claimed === null) continue;
    const read = jsonObject([...(made[name]?.() ?? [])].join(''));
    if ('fault' in read) continue;
    compared++;
    faults.push(...differences(claimed, read.value).map((words) => `${name}: ${words}.`));
  }
  return { faults, compared };
}

/** What is missing inside the events, in sentences. */
export function gapsOf(rebuild: Rebuild | null, manifest: Record<string, unknown> | null): string[] {
  if (rebuild === null) return [];
  const { log } = rebuild.tables;
  const gaps: string[] = [];
  const promised = numberAt(manifest, 'events');
  if (rebuild.cutOff) gaps.push('events.ndjson is cut off: its last line does not end.');
  if (promised !== null && promised > log.length)
    gaps.push(
      `events.ndjson holds ${thousands(log.length)} of the ${thousands(promised)} events that manifest.json counts.`,
    );
  if (promised !== null && promised < log.length)
    gaps.push(
      `events.ndjson holds ${thousands(log.length)} events; manifest.json counts only ${thousands(promised)}.`,
    );
  if (!rebuild.gapless) gaps.push('The events are not numbered without a gap.');
  return gaps;
}
