import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AIMS, atMost, median, type Row } from '../aims';
import { inFreshWorkers } from '../chromium';
import { inFreshNodes } from '../node';

const FILE = resolve(import.meta.dirname, '../../sample-missions/planetary-fabric.json');
const FRESH_STARTS = 7;
const WARM_RUNS = 15;

interface Times {
  readMs: number;
  coldMs: number;
  warmMs: number[];
  digest: string;
}

/** The sample's 10,000 jobs in Node: the first run of a fresh process, and what its later runs take. */
export async function sampleInNode(): Promise<Row[]> {
  const results = await inFreshNodes(FRESH_STARTS, { kind: 'sample', file: FILE, warmRuns: WARM_RUNS });
  return rowsOf('sample', `Node ${process.versions.node}`, results, false);
}

/** The same in a worker of a Chromium page: the first run of a fresh worker, and what its later runs take. */
export async function sampleInChromium(): Promise<Row[]> {
  const found = await inFreshWorkers(FRESH_STARTS, readFileSync(FILE, 'utf8'), WARM_RUNS);
  if (found === null) {
    console.error('No Chromium here (npm run browsers gets one): this part is left out.');
    return [];
  }
  return rowsOf('chromium', `Chromium ${found.version} worker`, found.results, true);
}

/** @param judged the aims are those of the page: in Node the same numbers are only to be known. */
function rowsOf(part: Row['part'], where: string, results: Times[], judged: boolean): Row[] {
  if (new Set(results.map((r) => r.digest)).size !== 1)
    throw new Error(`${where}: equal runs, other digests`);
  const runs = results.length;
  return [
    {
      part,
      what: `${where}: sample, reading the file`,
      value: median(results.map((r) => r.readMs)),
      unit: 'ms',
      runs,
    },
    {
      part,
      what: `${where}: sample, first run`,
      value: median(results.map((r) => r.coldMs)),
      unit: 'ms',
      runs,
      ...(judged && { aim: atMost(AIMS.sampleColdMs) }),
    },
    {
      part,
      what: `${where}: sample, warm`,
      // the first third still warms up
      value: median(results.map((r) => median(r.warmMs.slice(WARM_RUNS / 3)))),
      unit: 'ms',
      runs,
      ...(judged && { aim: atMost(AIMS.sampleWarmMs) }),
      note: `digest ${results[0].digest.slice(0, 12)}`,
    },
  ];
}
