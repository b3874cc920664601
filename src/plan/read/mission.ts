import * as z from 'zod/mini';
import { fault, job, link, node, scheduledCommand, workloadEntry } from '../fabric/schema';
import { checkJson, type JsonBound, offsetsOf, placeOf, positionsOf } from '../json';
import type { Problem } from '../problem';
import { PROBLEMS_SHOWN, ProblemList } from '../problem-list';
import {
  MISSION_FORMAT,
  mission as missionSchema,
  type Plan,
  plan as planSchema,
  type ScheduledCommand,
} from '../schema';
import { quoted } from '../words';
import { missionBounds, scheduleBounds } from './bounds';
import { judge, type LongList } from './elements';
import type { Complaint } from './issue-words';
import { member } from './schema-at';

/** A plan and its owner's schedule, ready to run. */
export interface ParsedMission {
  plan: Plan;
  commands: ScheduledCommand[];
}

const fabricLists: LongList[] = [
  { path: ['fabric', 'nodes'], element: node },
  { path: ['fabric', 'links'], element: link },
  { path: ['fabric', 'workload', 'entries'], element: workloadEntry },
  { path: ['fabric', 'workload', 'jobs'], element: job },
  { path: ['fabric', 'faults'], element: fault },
];
const commandList: LongList = { path: ['commands'], element: scheduledCommand };

/**
 * Reads a mission file (`orrery.mission/1`, or the plan.json of a report). Never throws: whatever is
 * wrong comes back as problems with place, line and remedy; the mission is null when any is an error.
 * What the plan says is not judged here but by `preflight`.
 */
export function parseMission(
  text: string,
  fileName: string,
): { mission: ParsedMission | null; problems: Problem[] } {
  const read = readJson(text, fileName, missionBounds);
  if ('problems' in read) return { mission: null, problems: read.problems };
  const foreign = foreignFormat(read.data);
  if (foreign !== null) return { mission: null, problems: problemsOf([foreign], read.text, fileName) };
  const judged = judge(missionSchema, read.data, [...fabricLists, commandList]);
  if (judged.complaints !== null)
    return { mission: null, problems: problemsOf(judged.complaints, read.text, fileName) };
  const { commands, ...plan } = judged.value;
  return { mission: { plan, commands }, problems: [] };
}

/** Reads an owner's schedule: a list of `{tick, command, note?}`, or `{commands: [...]}`. Never throws. */
export function parseCommands(
  text: string,
  fileName: string,
): { commands: ScheduledCommand[] | null; problems: Problem[] } {
  const read = readJson(text, fileName, scheduleBounds);
  if ('problems' in read) return { commands: null, problems: read.problems };
  const isList = Array.isArray(read.data);
  const judged = judge(schedule, isList ? { commands: read.data } : read.data, [commandList]);
  if (judged.complaints === null) return { commands: judged.value.commands, problems: [] };
  // In a bare list the paths must not name the object that was put around it.
  const complaints = isList
    ? judged.complaints.map((c) => ({ ...c, path: c.path.slice(1) }))
    : judged.complaints;
  return { commands: null, problems: problemsOf(complaints, read.text, fileName) };
}
const schedule = z.required(z.pick(missionSchema, { commands: true }));

/**
 * A plan with every default filled, from one written in code.
 * @throws when `plan` breaks the schema; files go through `parseMission`, which does not throw.
 */
export function planWithDefaults(plan: z.input<typeof planSchema>): Plan {
  return planSchema.parse(plan);
}

function readJson(
  text: string,
  fileName: string,
  bound: JsonBound,
): { data: unknown; text: string } | { problems: Problem[] } {
  // Some editors begin a file with a byte order mark; it means nothing in UTF-8.
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const problems = checkJson(body, fileName, bound);
  if (problems.length > 0) return { problems };
  try {
    return { data: JSON.parse(body), text: body };
  } catch (cause) {
    // Out of memory, or a fault of ours in `walkJson`: either way an answer, never a throw.
    const reason = `The file could not be read as JSON: ${cause instanceof Error ? cause.message : 'unknown cause'}`;
    return {
      problems: [
        {
          severity: 'error',
          file: fileName,
          place: '',
          line: null,
          reason,
          remedy: 'Take it from its source again.',
        },
      ],
    };
  }
}

/** A file of another format gets one answer, not a hundred missing fields. */
function foreignFormat(data: unknown): Complaint | null {
  const format = member(data, 'format');
  if (format === MISSION_FORMAT) return null;
  const path = format === undefined ? [] : ['format'];
  const remedy = `An Orrery mission begins with \`"format": "${MISSION_FORMAT}"\`.`;
  if (typeof format === 'string' && format.startsWith('orrery.mission/'))
    return {
      path,
      reason: `This mission has the format ${quoted(format)}, which this Orrery does not know`,
      remedy: 'Open it with a newer Orrery.',
    };
  if (typeof format === 'string')
    return { path, reason: `This is not a mission: its format is ${quoted(format)}`, remedy };
  return { path, reason: 'This is not a mission: it does not say `format`', remedy };
}

function problemsOf(complaints: Complaint[], text: string, fileName: string): Problem[] {
  const list = new ProblemList(fileName);
  for (const c of complaints) list.error(placeOf(c.path), sentence(c.reason), c.remedy);
  const offsets = offsetsOf(
    text,
    complaints.slice(0, PROBLEMS_SHOWN).map((c) => c.path),
  );
  const positions = positionsOf(text, offsets);
  return list.all().map((p, i) => ({ ...p, line: positions[i]?.line ?? null }));
}

function sentence(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
