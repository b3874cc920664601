import { COUNT_FIELDS, type Counts, type Overview, SHARD_FIELDS } from '../../report';
import { type MockHistory, stateAt } from './history';
import { ledgerAt } from './ledger';
import { SHARDS } from './mission';

const whole = (n: number): string => n.toLocaleString('en-US');

/** The brief of the mock after `tick`, in the words a real run would use. */
export function overviewAt(history: MockHistory, tick: number): Overview {
  const frame = history.frames[Math.min(tick, history.lastTick)];
  const counts = Object.fromEntries(COUNT_FIELDS.map((f, i) => [f, frame.counts[i]])) as unknown as Counts;
  const ended = frame.status !== 'running';
  const field = (s: number, name: (typeof SHARD_FIELDS)[number]) =>
    frame.shards[s * SHARD_FIELDS.length + SHARD_FIELDS.indexOf(name)];
  const outage = tick >= 45 && tick < 118;
  const ledger = ledgerAt(history, frame.tick);
  const value = (id: string) => ledger.totals.find((t) => t.id === id)?.value ?? 0;
  const started = history.jobs.filter((j) => j.started >= 0 && j.started <= tick);
  const inTime = started.filter((j) => j.started - j.submitted <= SHARDS[j.home].startTargetTicks).length;
  const share = started.length === 0 ? 1 : inTime / started.length;
  const alerts: Overview['alerts'] = [];
  if (outage) {
    alerts.push({
      id: 'node',
      tone: 'bad',
      title: 'mars.gpu-helion is offline',
      detail: '20 jobs were requeued with their finished work',
      action: { words: 'Bring back', command: { type: 'node.recover', nodeId: 'mars.gpu-helion' } },
    });
  }
  SHARDS.forEach((s, i) => {
    if (field(i, 'alert') === 0) return;
    const full = Math.round((100 * field(i, 'queued')) / s.maxQueue);
    alerts.push({
      id: `queue-${s.id}`,
      tone: 'warn',
      title: `${s.displayName} queue is at ${full} % of its limit`,
      detail: i === 2 ? 'spilling 4 jobs a tick to Helios' : 'no other shard takes its work',
      action: { words: 'Look', view: { tab: 'jobs', filter: { shard: s.displayName, state: 'queued' } } },
    });
  });
  if (tick < 240) {
    alerts.push({
      id: 'next',
      tone: 'neutral',
      title: 'Next: pause the fabric at tick 240',
      detail: `scheduled by the owner, ${240 - tick} ticks from now`,
      action: { words: 'See', view: { tab: 'commands' } },
    });
  }
  const waits = [0, 0, 0, 0];
  for (const job of history.jobs) {
    if (stateAt(job, tick) === 'scheduled') continue;
    const until = job.started >= 0 && job.started <= tick ? job.started : tick;
    const total = Math.max(0, until - job.submitted);
    const transit = job.departed >= 0 && job.departed <= tick ? 3 : 0;
    const paused = job.submitted < 246 && until > 240 ? Math.min(6, total) : 0;
    const skill = job.kind === 3 && job.submitted < 118 && until > 45 ? Math.min(20, total - transit) : 0;
    waits[0] += Math.max(0, total - transit - paused - skill);
    waits[1] += Math.max(0, skill);
    waits[2] += paused;
    waits[3] += transit;
  }
  const spent = ledger.costs[0].totalSmallest / 1e6;
  return {
    status: frame.status,
    tick,
    endTick: ended ? history.lastTick : history.lastTick + 6,
    digest: ended ? '9f3c61a8d0e4471b' : null,
    events: frame.events,
    verdict: ended
      ? {
          sentence: `Every job has ended. ${whole(counts.completed)} of ${whole(history.jobs.length)} were completed; ${counts.failed} failed.`,
          emphasis: `${counts.failed} failed`,
          tone: 'warn',
        }
      : outage
        ? {
            sentence: `On course. Mars lost its GPU node at tick 45; ${whole(field(2, 'queued'))} jobs wait for it or for Helios.`,
            emphasis: `${whole(field(2, 'queued'))} jobs wait`,
            tone: 'warn',
          }
        : { sentence: 'On course. Every shard starts its jobs as they come.', emphasis: null, tone: 'good' },
    lead: ended
      ? 'The fabric kept every account. Mars was without its GPU node for 73 ticks; Helios took 1,076 of its jobs.'
      : `At the present pace everything ends at tick ${history.lastTick + 6}. Nothing has been lost.`,
    kpis: [
      {
        id: 'completed',
        label: 'Completed',
        value: whole(counts.completed),
        exact: `${counts.completed} jobs`,
        note: `of ${whole(history.jobs.length)} jobs`,
        tone: 'neutral',
      },
      {
        id: 'inTime',
        label: 'Started in time',
        value: `${(share * 100).toFixed(1)} %`,
        exact: `${inTime} of ${started.length} jobs`,
        note: 'of those started',
        tone: share < 0.5 ? 'warn' : 'neutral',
      },
      {
        id: 'value',
        label: 'Value delivered',
        value: `${(value('completed') / 1e6).toFixed(1)} M`,
        exact: whole(value('completed')),
        note: 'of 163.1 M',
        tone: 'neutral',
      },
      {
        id: 'spent',
        label: 'Spent on nodes',
        value: spent.toFixed(2),
        exact: `${spent.toFixed(6)} USDC`,
        note: 'USDC',
        tone: 'neutral',
      },
    ],
    alerts,
    chronicle: [
      {
        heading: 'What was asked',
        paragraphs: [
          '10,000 jobs of six kinds, arriving over the first 300 ticks, on four shards with nine nodes. The owner scheduled seven commands.',
        ],
      },
      {
        heading: 'What happened',
        paragraphs: [
          'Mars lost mars.gpu-helion at tick 45. Its 20 running jobs went back to the queue with their finished work.',
          'From tick 52 Mars spilled up to four jobs a tick to Helios, which took every one of them.',
        ],
      },
      {
        heading: 'What the owner did',
        paragraphs: [
          'Brought mars.gpu-helion back at tick 118, and held the fabric for six ticks from tick 240.',
        ],
      },
      {
        heading: 'What was lost, and why',
        paragraphs: [
          counts.failed === 0 ? 'Nothing.' : `${counts.failed} jobs failed because their deadline passed.`,
        ],
      },
      {
        heading: 'What to do next',
        paragraphs: [
          'Give Mars a second GPU node, or raise what it may spill in one tick from four to eight.',
        ],
      },
    ],
    counts,
    waits: [
      { reason: 'slot', words: 'a free slot', ticks: waits[0] },
      { reason: 'skill', words: 'a node with the skill', ticks: waits[1] },
      { reason: 'paused', words: 'a paused router', ticks: waits[2] },
      { reason: 'transit', words: 'the way to another shard', ticks: waits[3] },
    ],
    latency: SHARDS.map((s, i) => {
      const mine = started
        .filter((j) => j.home === i)
        .map((j) => j.started - j.submitted)
        .sort((a, b) => a - b);
      const p = (q: number) => mine[Math.min(mine.length - 1, Math.floor(q * mine.length))] ?? 0;
      const ok = mine.filter((w) => w <= s.startTargetTicks).length;
      return {
        shard: i,
        started: mine.length,
        waitP50: p(0.5),
        waitP95: p(0.95),
        waitP99: p(0.99),
        transitP50: 3,
        transitP95: 3,
        transitP99: 3,
        startedInTimeShare: mine.length === 0 ? 1 : ok / mine.length,
      };
    }),
  };
}
