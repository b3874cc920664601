import { LIMITS, type Problem, parseCommands, parseMission, preflight, withLines } from '../../plan';
import type { Dropped, DroppedFile } from '../session';

type ReadMission = Extract<Dropped, { kind: 'mission' | 'unreadable' }>;

/** Reads one JSON file as a mission, and says beforehand what cannot work. */
export async function readMission({ path, blob }: DroppedFile): Promise<ReadMission> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (blob.size > LIMITS.planBytes)
    return unreadable(
      name,
      `The file has ${blob.size} bytes; a mission has at most ${LIMITS.planBytes}`,
      'Describe jobs of a kind by one workload entry instead of one by one.',
    );
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await blob.arrayBuffer());
  } catch (error) {
    return error instanceof TypeError
      ? unreadable(name, 'The file is not text in UTF-8', 'Save it as UTF-8 and drop it again.')
      : unreadable(name, `The file could not be read: ${wordsOf(error)}`, 'Drop it again.');
  }
  const { mission, problems } = parseMission(text, name);
  if (mission === null) {
    const { commands } = parseCommands(text, name);
    if (commands !== null)
      return unreadable(
        name,
        'This is a schedule of owner commands, and a schedule alone says nothing of what it is for',
        'Put it as `commands` into the mission it belongs to, and drop that.',
      );
    return { kind: 'unreadable', problems };
  }
  const { plan, commands } = mission;
  const found = withLines(preflight(plan, commands), text, name);
  return { kind: 'mission', plan, commands, problems: found };
}

export function unreadable(
  file: string,
  reason: string,
  remedy: string,
): Extract<Dropped, { kind: 'unreadable' }> {
  const problem: Problem = { severity: 'error', file, place: '', line: null, reason, remedy };
  return { kind: 'unreadable', problems: [problem] };
}

export function wordsOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'no reason was given';
}
