/** The job list of bench/peers/README.md as columns: arrival tick and duration in ticks of each job. */
export interface PeerJobs {
  arrivalTick: Int32Array;
  durationTicks: Int32Array;
}

export const PEER_SLOTS = 64;
const FIRST_X = 2463534242;

export function peerJobs(count: number): PeerJobs {
  const arrivalTick = new Int32Array(count);
  const durationTicks = new Int32Array(count);
  let x = FIRST_X;
  let tick = 0;
  const next = () => {
    x = (Math.imul(1664525, x) + 1013904223) >>> 0;
    return x;
  };
  for (let job = 0; job < count; job++) {
    tick += next() >>> 31;
    arrivalTick[job] = tick;
    durationTicks[job] = 1 + ((next() >>> 16) % 60);
  }
  return { arrivalTick, durationTicks };
}

/** What every tool must arrive at, worked out in the plainest way: each job takes the slot that is free first. */
export function expectedOutcome({ arrivalTick, durationTicks }: PeerJobs): {
  makespanTicks: number;
  waitTicks: number;
} {
  const freeAt = new Array<number>(PEER_SLOTS).fill(0);
  let makespanTicks = 0;
  let waitTicks = 0;
  for (const [job, arrival] of arrivalTick.entries()) {
    const slot = freeAt.indexOf(Math.min(...freeAt));
    const start = Math.max(arrival, freeAt[slot] ?? 0);
    const end = start + (durationTicks[job] ?? 0);
    freeAt[slot] = end;
    waitTicks += start - arrival;
    makespanTicks = Math.max(makespanTicks, end);
  }
  return { makespanTicks, waitTicks };
}
