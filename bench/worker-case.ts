import { parseMission } from '../src/plan';
import { rehearse, rehearseAgain } from './rehearse';

/** What a fresh worker of the bench page answers to `{ text, warmRuns }`. */
export interface WorkerResult {
  readMs: number;
  coldMs: number;
  warmMs: number[];
  digest: string;
}

self.onmessage = ({ data }: MessageEvent<{ text: string; warmRuns: number }>) => {
  const start = performance.now();
  const { mission } = parseMission(data.text, 'sample.json');
  const readMs = performance.now() - start;
  if (mission === null) throw new Error('the sample cannot be read');
  const { elapsedMs, digest } = rehearse(mission.plan, mission.commands);
  const result: WorkerResult = {
    readMs,
    coldMs: elapsedMs,
    warmMs: rehearseAgain(data.warmRuns, mission.plan, mission.commands),
    digest,
  };
  self.postMessage(result);
};
