import { AIMS, atMost, median, type Row } from '../aims';
import { fleetFor, type Scaling } from '../missions';
import { inFreshNode, inFreshNodes } from '../node';
import type { NodeResult } from '../node-case';

const RUNS = 5;
/** A case that takes longer than this in sum ends after FEWEST_RUNS. */
const PATIENCE_MS = 90_000;
const FEWEST_RUNS = 3;
const MILLION = 1_000_000;

interface Case {
  jobs: number;
  scaling: Scaling;
  runs: number;
  coldMs: number;
  /** Of a process that ran the same before; the first run where one run takes seconds and warmth is nothing. */
  warmMs: number;
  peakBytes: number;
}

/** Missions of growing size in Node, each run in a process of its own. @param sizes jobs, ascending */
export async function scale(sizes: readonly number[]): Promise<Row[]> {
  const baseline = median((await inFreshNodes(RUNS, { kind: 'baseline' })).map((r) => r.peakBytes));
  const rows: Row[] = [
    {
      part: 'scale',
      what: 'a process that only loaded the engine',
      value: baseline / 1e6,
      unit: 'MB',
      runs: RUNS,
    },
  ];
  for (const scaling of ['slots', 'nodes'] as const) {
    const cases: Case[] = [];
    for (const jobs of sizes) {
      cases.push(await measure(jobs, scaling));
      rows.push(...rowsOf(cases[cases.length - 1], baseline));
    }
    if (cases.length > 1) rows.push(growth(scaling, cases));
  }
  return rows;
}

async function measure(jobs: number, scaling: Scaling): Promise<Case> {
  const results: NodeResult[] = [];
  const start = performance.now();
  while (results.length < FEWEST_RUNS || (results.length < RUNS && performance.now() - start < PATIENCE_MS))
    results.push(await inFreshNode({ kind: 'scale', jobs, scaling, warmRuns: jobs <= MILLION ? 3 : 0 }));
  if (new Set(results.map((r) => r.digest)).size !== 1) throw new Error('equal runs, other digests');
  const coldMs = median(results.map((r) => r.coldMs));
  const warm = results.flatMap((r) => (r.warmMs.length > 0 ? [median(r.warmMs)] : []));
  return {
    jobs,
    scaling,
    runs: results.length,
    coldMs,
    warmMs: warm.length > 0 ? median(warm) : coldMs,
    peakBytes: median(results.map((r) => r.peakBytes)),
  };
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

function rowsOf({ jobs, scaling, runs, coldMs, warmMs, peakBytes }: Case, baselineBytes: number): Row[] {
  const { nodes, slots } = fleetFor(jobs, scaling);
  const what = `${grouped(jobs)} jobs, ${grouped(nodes)} nodes of ${grouped(slots)} slots`;
  const row = { part: 'scale', runs } as const;
  const firstRunAim = { [MILLION]: AIMS.millionMs, [10 * MILLION]: AIMS.tenMillionMs }[jobs];
  const large = jobs > MILLION;
  return [
    {
      ...row,
      what: `${what}: first run`,
      value: coldMs,
      unit: 'ms',
      ...(firstRunAim && { aim: atMost(firstRunAim) }),
    },
    {
      ...row,
      what: `${what}: warm, a job`,
      value: (warmMs * 1000) / jobs,
      unit: 'us/job',
      // the smallest size has no aim of its own: a job may cost there what it may in a million
      ...(jobs < MILLION && { aim: atMost((AIMS.millionMs * 1000) / MILLION) }),
    },
    {
      ...row,
      what: `${what}: peak memory`,
      value: peakBytes / 1e6,
      unit: 'MB',
      ...(large && { aim: atMost(AIMS.tenMillionPeakBytes / 1e6) }),
    },
    {
      ...row,
      what: `${what}: memory a job`,
      value: (peakBytes - baselineBytes) / jobs,
      unit: 'B/job',
      ...(large && { aim: atMost(AIMS.tenMillionBytesPerJob) }),
    },
  ];
}

/** Cost per job of all sizes compared: flat where only slots grow, at most with the logarithm where nodes do. */
function growth(scaling: Scaling, cases: Case[]): Row {
  const costs = cases.map((c) => c.warmMs / c.jobs);
  const row = { part: 'scale', unit: 'x', runs: Math.min(...cases.map((c) => c.runs)) } as const;
  if (scaling === 'slots')
    return {
      ...row,
      what: 'by slots: dearest job over cheapest',
      value: Math.max(...costs) / Math.min(...costs),
      aim: atMost(AIMS.flatRatio),
    };
  const nodes = cases.map((c) => fleetFor(c.jobs, scaling).nodes);
  const logarithms = Math.log(nodes[nodes.length - 1]) / Math.log(nodes[0]);
  return {
    ...row,
    what: `by nodes: a job on ${grouped(nodes[nodes.length - 1])} nodes over one on ${grouped(nodes[0])}`,
    value: costs[costs.length - 1] / costs[0],
    aim: atMost(logarithms),
  };
}
