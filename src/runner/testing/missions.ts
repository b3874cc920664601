import { readFileSync } from 'node:fs';
import { type ParsedMission, parseMission } from '../../plan';

/** A sample mission that ships, parsed. */
export function sample(name: 'first-light' | 'planetary-fabric'): ParsedMission {
  const path = new URL(`../../../sample-missions/${name}.json`, import.meta.url);
  const { mission, problems } = parseMission(readFileSync(path, 'utf8'), `${name}.json`);
  if (mission === null) throw new Error(JSON.stringify(problems));
  return mission;
}

/** 300 jobs: long enough to be interrupted, short enough to be run a hundred times. */
export const tinyMission = (): ParsedMission => sample('first-light');
