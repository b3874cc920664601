import { existsSync, readFileSync } from 'node:fs';
import { parseMission } from '../src/plan';
import { peerMission, type Scaling, scaledMission } from './missions';
import { rehearse, rehearseAgain } from './rehearse';

/** One measurement in a fresh process: `node node-case.mjs '<case as JSON>'` prints its result as JSON. */
export type NodeCase =
  | { kind: 'baseline' }
  | { kind: 'sample'; file: string; warmRuns: number }
  | { kind: 'scale'; jobs: number; scaling: Scaling; warmRuns: number }
  | { kind: 'peers'; jobs: number; warmRuns: number };

export interface NodeResult {
  /** Time to read the mission's text, where there is one. */
  readMs: number;
  coldMs: number;
  warmMs: number[];
  /** Most memory the process ever held, up to the end of its first run. */
  peakBytes: number;
  digest: string;
  events: number;
  ticks: number;
  /** Ticks that jobs waited before they started, in sum. */
  waitTicks: number;
}

function measure(given: NodeCase): NodeResult {
  const start = performance.now();
  const { plan, commands, warmRuns } = missionOf(given);
  const readMs = performance.now() - start;
  const first = rehearse(plan, commands);
  const peakBytes = peakOf();
  const { tables, tick } = first.engine;
  let waitTicks = 0;
  for (let j = 0; j < tables.jobs.count; j++)
    waitTicks += tables.jobs.firstStart[j] - tables.jobSet.submissionTick[j];
  const facts = { digest: first.digest, events: tables.log.length, ticks: tick + 1, waitTicks };
  return {
    readMs,
    coldMs: first.elapsedMs,
    peakBytes,
    ...facts,
    warmMs: rehearseAgain(warmRuns, plan, commands),
  };
}

function missionOf(given: NodeCase) {
  switch (given.kind) {
    case 'sample': {
      const { mission } = parseMission(readFileSync(given.file, 'utf8'), given.file);
      if (mission === null) throw new Error(`${given.file} cannot be read`);
      return { ...mission, warmRuns: given.warmRuns };
    }
    case 'scale':
      return { plan: scaledMission(given.jobs, given.scaling), commands: [], warmRuns: given.warmRuns };
    case 'peers':
      return { plan: peerMission(given.jobs), commands: [], warmRuns: given.warmRuns };
    case 'baseline':
      throw new Error('a baseline only loads the engine');
  }
}

/**
 * Most memory this program held, in bytes. `maxRSS` would count what the parent held when it started this process,
 * so it only serves where there is no /proc.
 */
function peakOf(): number {
  const status = '/proc/self/status';
  const line = existsSync(status) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null;
  return (line === null ? process.resourceUsage().maxRSS : Number(line[1])) * 1024;
}

const given: NodeCase = JSON.parse(process.argv[2]);
console.log(JSON.stringify(given.kind === 'baseline' ? { peakBytes: peakOf() } : measure(given)));
