import { AIMS, atLeast, median, type Row } from '../aims';
import { inFreshNodes } from '../node';
import { expectedOutcome, peerJobs } from '../peers/jobs';
import { runPeers } from '../peers/run';

const JOBS = 100_000;
const RUNS = 5;
const WARM_RUNS = 6;

/** The same work as the other tools do it, and how many times faster per job Orrery is. */
export async function peers(): Promise<Row[]> {
  const results = await inFreshNodes(RUNS, { kind: 'peers', jobs: JOBS, warmRuns: WARM_RUNS });
  const expected = expectedOutcome(peerJobs(JOBS));
  for (const { ticks, waitTicks } of results) {
    if (ticks !== expected.makespanTicks || waitTicks !== expected.waitTicks)
      throw new Error(
        `Orrery did other work: makespan ${ticks} and waiting ${waitTicks} ticks, not ${expected.makespanTicks} and ${expected.waitTicks}.`,
      );
  }
  const perJob = (ms: number): number => (ms * 1000) / JOBS;
  const firstMs = median(results.map((r) => r.coldMs));
  const warmMs = median(results.map((r) => median(r.warmMs.slice(WARM_RUNS / 2))));
  const own = { part: 'peers', unit: 'us/job', runs: RUNS } as const;
  const rows: Row[] = [
    {
      ...own,
      what: 'Orrery, first run of a process',
      value: perJob(firstMs),
      note: `makespan ${expected.makespanTicks} ticks, waiting ${expected.waitTicks}, as everywhere below`,
    },
    { ...own, what: 'Orrery, warm', value: perJob(warmMs) },
  ];
  for (const peer of await runPeers(JOBS, RUNS)) {
    const form = peer.form === 'per-job' ? 'a process or actor for each job' : '64 workers';
    const what = `${peer.name} ${peer.version}, ${form}`;
    const times = { part: 'peers', unit: 'x', runs: RUNS } as const;
    rows.push({ ...own, what, value: perJob(peer.medianMs) });
    rows.push({ ...times, what: `${what}: times Orrery's first run`, value: peer.medianMs / firstMs });
    rows.push({
      ...times,
      what: `${what}: times Orrery warm`,
      value: peer.medianMs / warmMs,
      ...(peer.form === 'per-job' && { aim: atLeast(AIMS.timesPeer) }),
    });
  }
  return rows;
}
