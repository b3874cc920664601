import {
  ENGINE_REVISION,
  type Plan,
  type ScheduledCommand,
  serializeCommands,
  serializePlan,
  utf8Length,
} from '../../plan';
import { estimateOf } from '../estimate';
import { RUN_FORMAT, type RunRecord, type RunTexts } from './records';

/** The records of a run that has not done its first tick. */
export function newRun(
  runId: string,
  plan: Plan,
  commands: readonly ScheduledCommand[],
  createdAtMs: number,
): { record: RunRecord; texts: RunTexts } {
  const texts: RunTexts = { runId, plan: serializePlan(plan), commands: serializeCommands(commands) };
  const { ticks, jobs } = estimateOf(plan);
  const record: RunRecord = {
    format: RUN_FORMAT,
    runId,
    title: plan.title,
    label: plan.label,
    engineRevision: ENGINE_REVISION,
    jobsTotal: jobs,
    ticksEstimate: ticks,
    plannedCommands: commands.length,
    createdAtMs,
    openedAtMs: createdAtMs,
    textBytes: utf8Length(texts.plan) + utf8Length(texts.commands),
    standing: null,
    slots: [null, null],
  };
  return { record, texts };
}

/** Random, not told by time; `crypto.randomUUID` is missing on plain http. */
export function newRunId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (b) => b.toString(16).padStart(2, '0')).join(
    '',
  );
}
