import { AIMS, atLeast, median, type Row } from '../aims';
import { inFreshNodes } from '../node';
import { expectedOutcome, peerJobs } from '../peers/jobs';
import { runPeers } from '../peers/run';

const JOBS = 100_000;
const RUNS = 5;

/** The same work as the other tools do it, and how many times faster per job Orrery is. */
export async function peers(): Promise<Row[]> {
  const results = await inFreshNodes(RUNS, { kind: 'peers', jobs: JOBS });
  const expected = expectedOutcome(peerJobs(JOBS));
  for (const { ticks, waitTicks } of results) {
    if (ticks !== expected.makespanTicks || waitTicks !== expected.waitTicks)
      throw new Error(
        `Orrery did other work: makespan ${ticks} and waiting ${waitTicks} ticks, not ${expected.makespanTicks} and ${expected.waitTicks}.`,
      );
  }
  const ownMs = median(results.map((r) => r.coldMs));
  const perJob = (ms: number): number => (ms * 1000) / JOBS;
  const rows: Row[] = [
    {
      part: 'peers',
      what: 'Orrery, first run of a process, log, ledger and digest on',
      value: perJob(ownMs),
      unit: 'us/job',
      runs: RUNS,
      note: `makespan ${expected.makespanTicks} ticks, waiting ${expected.waitTicks}, as everywhere below`,
    },
  ];
  for (const peer of await runPeers(JOBS, RUNS)) {
    const form = peer.form === 'per-job' ? 'a process or actor for each job' : '64 workers';
    const what = `${peer.name} ${peer.version}, ${form}`;
    rows.push({ part: 'peers', what, value: perJob(peer.medianMs), unit: 'us/job', runs: RUNS });
    rows.push({
      part: 'peers',
      what: `${what}: times Orrery`,
      value: peer.medianMs / ownMs,
      unit: 'x',
      runs: RUNS,
      ...(peer.form === 'per-job' && { aim: atLeast(AIMS.timesPeer) }),
    });
  }
  return rows;
}
