import {
  COUNT_FIELDS,
  FLOW_FIELDS,
  type Frame,
  NODE_FIELDS,
  type RunStatusWord,
  SHARD_FIELDS,
} from '../../report';
import { KINDS, NODES, SHARDS } from './mission';

/** One job of the mock with every tick that matters to it; -1 = did not happen. */
export interface MockJob {
  id: string;
  home: number;
  shard: number;
  kind: number;
  value: number;
  submitted: number;
  departed: number;
  arrived: number;
  started: number;
  lost: number;
  restarted: number;
  ended: number;
  end: 'completed' | 'failed' | 'cancelled' | null;
  node: number;
  left: number;
}
export interface MockEvent {
  tick: number;
  type: string;
  job: number;
  node: number;
  shard: number;
  words: string;
}
export interface MockHistory {
  jobs: MockJob[];
  events: MockEvent[];
  /** Events logged up to and with each tick. */
  eventsAt: number[];
  frames: Omit<Frame, 'ticksPerSecond'>[];
  lastTick: number;
}

const OUTAGE = { node: 5, from: 45, to: 118 };
const PAUSE = { from: 240, to: 246 };
const ALERT_SHARE = 0.75;

/** Plays the mock mission once, first come first served; plain and slow, for screens and tests only. */
export function playMock(): MockHistory {
  const jobs: MockJob[] = [];
  KINDS.forEach((kind, k) => {
    for (let i = 0; i < kind.count; i++) {
      jobs.push({
        id: `${kind.prefix}-${String(i + 1).padStart(4, '0')}`,
        home: kind.shard,
        shard: kind.shard,
        kind: k,
        value: kind.value + (i % 7) * 100,
        submitted: Math.floor((i * kind.span) / kind.count),
        departed: -1,
        arrived: -1,
        started: -1,
        lost: -1,
        restarted: -1,
        ended: -1,
        end: null,
        node: -1,
        left: kind.ticks + ((i * 7) % 3) - 1,
      });
    }
  });
  const order = jobs.map((_, i) => i).sort((a, b) => jobs[a].submitted - jobs[b].submitted || a - b);
  const events: MockEvent[] = [];
  const eventsAt: number[] = [];
  const frames: MockHistory['frames'] = [];
  const queues: number[][] = SHARDS.map(() => []);
  const running: number[][] = NODES.map(() => []);
  const transit: { job: number; at: number }[] = [];
  const ends = SHARDS.map(() => ({ completed: 0, failed: 0, cancelled: 0 }));
  const flows = new Map<number, { jobs: number; departures: number[] }>();
  const alert = SHARDS.map(() => false);
  let next = 0;
  let tick = 0;
  let status: RunStatusWord = 'running';
  const log = (type: string, words: string, job = -1, node = -1, shard = -1) =>
    events.push({ tick, type, job, node, shard, words });

  log('run.started', 'The run started.');
  while (status === 'running') {
    const offline = (n: number) => n === OUTAGE.node && tick >= OUTAGE.from && tick < OUTAGE.to;
    const paused = tick >= PAUSE.from && tick < PAUSE.to;
    if (tick === OUTAGE.from) {
      log('node.offline', `${NODES[OUTAGE.node].id} went offline.`, -1, OUTAGE.node, 2);
      for (const j of running[OUTAGE.node]) {
        jobs[j].lost = tick;
        jobs[j].node = -1;
        log('job.lost', `${jobs[j].id} was lost with its node.`, j, OUTAGE.node, 2);
      }
      queues[2].unshift(...running[OUTAGE.node]);
      running[OUTAGE.node] = [];
    }
    if (tick === OUTAGE.to) log('node.online', `${NODES[OUTAGE.node].id} is back.`, -1, OUTAGE.node, 2);
    if (tick === PAUSE.from) log('system.paused', 'The owner paused the fabric.');
    if (tick === PAUSE.to) log('system.resumed', 'The owner resumed the fabric.');
    while (next < order.length && jobs[order[next]].submitted === tick) {
      const j = order[next++];
      queues[jobs[j].home].push(j);
      log(
        'job.submitted',
        `${jobs[j].id} was submitted to ${SHARDS[jobs[j].home].displayName}.`,
        j,
        -1,
        jobs[j].home,
      );
    }
    for (const t of transit.filter((t) => t.at === tick)) {
      jobs[t.job].arrived = tick;
      queues[jobs[t.job].shard].push(t.job);
      log(
        'job.arrived',
        `${jobs[t.job].id} arrived at ${SHARDS[jobs[t.job].shard].displayName}.`,
        t.job,
        -1,
        jobs[t.job].shard,
      );
    }
    for (let i = transit.length - 1; i >= 0; i--) if (transit[i].at === tick) transit.splice(i, 1);
    if (!paused) {
      SHARDS.forEach((_, s) => {
        const kept: number[] = [];
        const free = NODES.map((n, i) => (n.shard === s && !offline(i) ? n.slots - running[i].length : 0));
        let room = free.reduce((a, b) => a + b, 0);
        for (const j of queues[s]) {
          const n = room > 0 ? KINDS[jobs[j].kind].nodes.find((n) => free[n] > 0) : undefined;
          const any = n ?? (room > 0 && s !== KINDS[jobs[j].kind].shard ? free.findIndex((f) => f > 0) : -1);
          if (any < 0 || any === undefined) {
            kept.push(j);
            continue;
          }
          free[any]--;
          room--;
          running[any].push(j);
          jobs[j].node = any;
          if (jobs[j].started < 0) jobs[j].started = tick;
          else jobs[j].restarted = tick;
          log('job.assigned', `${jobs[j].id} started on ${NODES[any].id}.`, j, any, s);
        }
        queues[s] = kept;
        const spill =
          s === 2 ? { to: 3, above: 300, drain: 4 } : s === 1 ? { to: 0, above: 160, drain: 1 } : null;
        for (let d = 0; spill !== null && d < spill.drain && queues[s].length > spill.above; d++) {
          const j = queues[s].pop() as number;
          if (jobs[j].departed >= 0) {
            queues[s].push(j);
            break;
          }
          jobs[j].departed = tick;
          jobs[j].shard = spill.to;
          transit.push({ job: j, at: tick + 3 });
          const key = s * 256 + spill.to;
          const flow = flows.get(key) ?? { jobs: 0, departures: [] };
          flow.jobs++;
          flow.departures.push(tick);
          flows.set(key, flow);
          log('job.spilled', `${jobs[j].id} left for ${SHARDS[spill.to].displayName}.`, j, -1, s);
        }
        for (let i = 0; i < queues[s].length; i++) {
          const j = queues[s][i];
          const fails = j % 997 === 5 && tick - jobs[j].submitted > 60;
          const cancelled = j % 2503 === 40 && tick > 150;
          if (!fails && !cancelled) continue;
          queues[s].splice(i--, 1);
          jobs[j].ended = tick;
          jobs[j].end = fails ? 'failed' : 'cancelled';
          ends[s][fails ? 'failed' : 'cancelled']++;
          if (fails) log('job.failed', `${jobs[j].id} failed: its deadline passed.`, j, -1, s);
          else log('job.cancelled', `${jobs[j].id} was cancelled by the owner.`, j, -1, s);
        }
        const over = queues[s].length > SHARDS[s].maxQueue * ALERT_SHARE;
        if (over !== alert[s]) {
          log(
            over ? 'shard.alert' : 'shard.calm',
            `${SHARDS[s].displayName} has ${queues[s].length} jobs waiting.`,
            -1,
            -1,
            s,
          );
        }
        alert[s] = over;
      });
    }
    running.forEach((list, n) => {
      running[n] = list.filter((j) => {
        if (--jobs[j].left > 0) return true;
        jobs[j].ended = tick;
        jobs[j].end = 'completed';
        ends[NODES[n].shard].completed++;
        log('job.completed', `${jobs[j].id} completed on ${NODES[n].id}.`, j, n, NODES[n].shard);
        return false;
      });
    });
    const busy = running.some((list) => list.length > 0) || queues.some((q) => q.length > 0);
    if (!busy && transit.length === 0 && next === order.length) {
      status = 'completed';
      log('run.ended', 'Every job has ended.');
    }
    frames.push(frameNow());
    eventsAt.push(events.length);
    tick++;
  }
  return { jobs, events, eventsAt, frames, lastTick: tick - 1 };

  function frameNow(): MockHistory['frames'][number] {
    const isPaused = tick >= PAUSE.from && tick < PAUSE.to;
    const isOffline = (n: number) => n === OUTAGE.node && tick >= OUTAGE.from && tick < OUTAGE.to;
    const sum = (pick: (s: number) => number) => SHARDS.reduce((total, _, s) => total + pick(s), 0);
    const shards = new Float64Array(SHARDS.length * SHARD_FIELDS.length);
    SHARDS.forEach((shard, s) => {
      const mine = NODES.map((_, n) => n).filter((n) => NODES[n].shard === s);
      const used = mine.reduce((total, n) => total + running[n].length, 0);
      const active = mine.reduce((total, n) => total + (isOffline(n) ? 0 : NODES[n].slots), 0);
      const inbound = transit.filter((t) => jobs[t.job].shard === s).length;
      const row = [
        queues[s].length,
        inbound,
        used,
        used,
        active,
        ends[s].completed,
        ends[s].failed,
        ends[s].cancelled,
      ];
      shards.set([...row, isPaused ? 1 : 0, alert[s] ? 1 : 0, shard.maxQueue], s * SHARD_FIELDS.length);
    });
    const nodes = new Float64Array(NODES.length * NODE_FIELDS.length);
    NODES.forEach((n, i) => {
      nodes.set([isOffline(i) ? 1 : 0, running[i].length, n.slots, n.shard], i * NODE_FIELDS.length);
    });
    const flowRows = [...flows].map(([key, flow]) => {
      const from = key >>> 8;
      const to = key & 255;
      const inTransit = transit.filter((t) => jobs[t.job].shard === to && jobs[t.job].home === from).length;
      return [from, to, flow.jobs, inTransit, flow.departures.filter((d) => d > tick - 10).length];
    });
    const counts = new Float64Array(COUNT_FIELDS.length);
    counts.set([
      order.length - next,
      sum((s) => queues[s].length),
      transit.length,
      running.reduce((total, list) => total + list.length, 0),
      sum((s) => ends[s].completed),
      sum((s) => ends[s].failed),
      sum((s) => ends[s].cancelled),
    ]);
    const flowsFlat = new Float64Array(flowRows.length * FLOW_FIELDS.length);
    flowRows.forEach((row, i) => {
      flowsFlat.set(row, i * FLOW_FIELDS.length);
    });
    return { tick, status, events: events.length, counts, shards, nodes, flows: flowsFlat };
  }
}

/** State of a mock job as it stood after `tick`. */
export function stateAt(job: MockJob, tick: number): (typeof COUNT_FIELDS)[number] {
  if (tick < job.submitted) return 'scheduled';
  if (job.end !== null && tick >= job.ended) return job.end;
  if (job.lost >= 0 && tick >= job.lost && (job.restarted < 0 || tick < job.restarted)) return 'queued';
  if (job.started >= 0 && tick >= job.started) return 'running';
  if (job.departed >= 0 && tick >= job.departed && (job.arrived < 0 || tick < job.arrived)) return 'transit';
  return 'queued';
}
