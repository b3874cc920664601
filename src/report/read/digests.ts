import type { RunCommand } from '../../engine';
import { type FabricTables, SEGMENT_EVENTS, toHex } from '../../engine';
import { counted, type Plan, thousands } from '../../plan';
import { planDigest } from '../view/describe';
import { commandsText, digestOfText } from '../write/manifest';
import { textAt } from './claims';

/** Where the report's inputs and events are not those its manifest names, in sentences. */
export function digestFaults(
  manifest: Record<string, unknown>,
  plan: Plan,
  commands: readonly RunCommand[] | null,
  tables: FabricTables | null,
): string[] {
  const faults: string[] = [];
  const named = (name: string): string | null => textAt(manifest.digests, name);
  const differs = (name: string, ours: string): boolean => named(name) !== null && named(name) !== ours;
  if (differs('plan', planDigest(plan))) faults.push('plan.json is not the plan that manifest.json names.');
  if (commands !== null && differs('commands', digestOfText(commandsText(commands))))
    faults.push('commands.json is not the schedule that manifest.json names.');
  if (tables === null) return faults;
  const { log } = tables;
  if (differs('dictionary', toHex(log.segmentDigest(0))))
    faults.push('The ids of shards, nodes and jobs are not those that manifest.json names.');
  if (differs('log', toHex(log.digest()))) faults.push(logFault(manifest, tables));
  return faults;
}

/** Segments are chained, so the first one that differs holds the first changed event. */
function logFault(manifest: Record<string, unknown>, { log }: FabricTables): string {
  const told = Array.isArray(manifest.segments) ? manifest.segments : [];
  for (let k = 0; k < log.segments; k++) {
    if (told[k] === undefined || told[k] === toHex(log.segmentDigest(k + 1))) continue;
    const first = k * SEGMENT_EVENTS;
    const last = Math.min(first + SEGMENT_EVENTS, log.length) - 1;
    return `The events differ from the digest of the run, first between event ${thousands(first)} and ${thousands(last)} (segment ${k + 1} of ${log.segments}).`;
  }
  if (told.length > log.segments)
    return `The events stop after ${counted(log.length, 'event')}; the run had ${counted(told.length, 'segment')} of them.`;
  return 'The events differ from the digest of the run.';
}
