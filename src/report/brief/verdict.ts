import { PauseMode, pairFrom, pairTo, RunStatus } from '../../engine';
import { counted, thousands } from '../../plan';
import type { Overview } from '../view/types';
import { shardLabels } from '../words/names';
import { listed } from '../words/numbers';
import { type Facts, offlineNodes, pausesNow } from './facts';

type Verdict = Overview['verdict'];

const say = (sentence: string, emphasis: string | null, tone: Verdict['tone']): Verdict => ({
  sentence,
  emphasis,
  tone,
});

/** The one sentence a director reads aloud: how the run stands, and what of it needs a person. */
export function verdictOf(facts: Facts): Verdict {
  const { source, ended } = facts;
  if (source.status === 'failed') {
    const emphasis = `The engine stopped working at tick ${Math.max(0, source.tick)}.`;
    return say(`${emphasis} Everything up to there is kept.`, emphasis, 'bad');
  }
  const broken = source.invariants.find((law) => !law.holds);
  if (broken !== undefined) {
    const emphasis = 'Do not rely on this run.';
    return say(
      `${emphasis} Since tick ${broken.tick ?? 0} a law of the fabric is broken: ${lawWords(broken.sentence)}`,
      emphasis,
      'bad',
    );
  }
  if (source.tick < 0) return ready(facts);
  return ended ? endedVerdict(facts) : runningVerdict(facts);
}

/** The law as it should be, quoted; the reader is told that it does not hold. */
const lawWords = (sentence: string): string => `"${sentence}"`;

function ready({ jobsTotal, source }: Facts): Verdict {
  const { shards, nodes } = source.tables.fleet;
  return say(
    `Ready to start: ${counted(jobsTotal, 'job')} for ${counted(shards.length, 'shard')} with ${counted(nodes.length, 'node')}.`,
    null,
    'neutral',
  );
}

function endedVerdict(facts: Facts): Verdict {
  const { source, counts, jobsTotal, story } = facts;
  const { tables } = source;
  const { endTick, status } = tables;
  const left = counts.scheduled + counts.queued + counts.transit + counts.running;
  const done = `${thousands(counts.completed)} of ${counted(jobsTotal, 'job')}`;
  const were = counts.completed === 1 ? 'was' : 'were';
  switch (status) {
    case RunStatus.completed: {
      const lost = counts.failed + counts.cancelled;
      if (jobsTotal === 0) return say('The run ended at once: its plan has no jobs.', 'no jobs', 'warn');
      if (lost === 0)
        return say(
          jobsTotal === 1
            ? `The one job was done by tick ${endTick}.`
            : `All ${counted(jobsTotal, 'job')} were done by tick ${endTick}.`,
          null,
          'good',
        );
      if (counts.completed === 0) {
        const emphasis = `None of the ${counted(jobsTotal, 'job')} was done`;
        return say(`${emphasis}; the run ended at tick ${endTick}.`, emphasis, 'bad');
      }
      const emphasis = `All but ${thousands(lost)}`;
      const tone = counts.failed === 0 ? 'good' : 'warn';
      return say(
        `${emphasis} of ${counted(jobsTotal, 'job')} were done by tick ${endTick}.`,
        counts.failed === 0 ? null : emphasis,
        tone,
      );
    }
    case RunStatus.stopped: {
      const by = story.stoppedBy >= 0 ? 'The owner stopped the run' : 'The run stopped, as its plan says,';
      return say(`${by} at tick ${endTick}; ${done} ${were} done by then.`, null, 'warn');
    }
    case RunStatus.stalled: {
      const emphasis = `${counted(left, 'job')} can never end`;
      return say(
        `The run came to a standstill at tick ${endTick}: ${emphasis}${whyStalled(facts)}.`,
        emphasis,
        'bad',
      );
    }
    default: {
      const emphasis = `${counted(left, 'job')} unfinished`;
      return say(
        `The run reached the limit of ${counted(source.plan.run.maxTicks, 'tick')} that its plan sets, with ${emphasis}.`,
        emphasis,
        'bad',
      );
    }
  }
}

function whyStalled(facts: Facts): string {
  const { system, shards } = pausesNow(facts.source);
  const names = shardLabels(facts.source.tables.fleet);
  if (system !== PauseMode.none) return ', since the fabric is paused and nobody will resume it';
  if (shards.length > 0)
    return `, since ${listed(shards.map((s) => names[s]))} ${shards.length === 1 ? 'is' : 'are'} paused and nobody will resume ${shards.length === 1 ? 'it' : 'them'}`;
  return ', since no active node will ever take them';
}

function runningVerdict(facts: Facts): Verdict {
  const { source, counts, queued, story, jobsTotal } = facts;
  const { tables } = source;
  const { fleet } = tables;
  const names = shardLabels(fleet);
  const waiting = (n: number): string => `${counted(n, 'job')} ${n === 1 ? 'waits' : 'wait'}`;
  const pauses = pausesNow(source);
  if (pauses.system !== PauseMode.none) {
    const since = story.pauses.findLast((p) => p.shard < 0)?.tick ?? source.tick;
    const how = pauses.system === PauseMode.freeze ? 'froze' : 'paused';
    const emphasis = waiting(counts.queued);
    return say(
      `The owner ${how} the fabric at tick ${since}; ${emphasis} for it to go on.`,
      emphasis,
      'warn',
    );
  }
  const opening = counts.failed === 0 ? 'On course.' : `${counted(counts.failed, 'job')} failed so far.`;
  const tone = counts.failed === 0 ? 'warn' : 'bad';
  const outages = story.outages.filter((o) => o.backTick === null);
  // The outage that hurts most is where most jobs wait.
  outages.sort(
    (x, y) => queued[fleet.nodes[y.node].region] - queued[fleet.nodes[x.node].region] || x.tick - y.tick,
  );
  const [outage] = outages;
  if (outage !== undefined) {
    const shard = fleet.nodes[outage.node].region;
    const more = offlineNodes(source).length - 1;
    const others =
      more > 0 ? `, and ${counted(more, 'other node')} ${more === 1 ? 'is' : 'are'} offline` : '';
    const lost = `${opening} ${names[shard]} lost ${fleet.nodes[outage.node].id} at tick ${outage.tick}${others}`;
    if (queued[shard] === 0)
      return say(`${lost}; no job waits there.`, counts.failed === 0 ? null : opening, tone);
    const emphasis = waiting(queued[shard]);
    return say(`${lost}; ${emphasis} there${helpers(facts, shard, outage.tick)}.`, emphasis, tone);
  }
  if (pauses.shards.length > 0) {
    const held = pauses.shards.reduce((sum, s) => sum + queued[s], 0);
    const emphasis = waiting(held);
    const are = pauses.shards.length === 1 ? 'is' : 'are';
    return say(
      `${opening} ${listed(pauses.shards.map((s) => names[s]))} ${are} paused; ${emphasis} there.`,
      emphasis,
      tone,
    );
  }
  const alarmed = [...tables.alert.keys()].filter((s) => tables.alert[s] === 1);
  alarmed.sort(
    (x, y) => queued[y] / fleet.shards[y].maxQueue - queued[x] / fleet.shards[x].maxQueue || x - y,
  );
  if (alarmed.length > 0) {
    const [shard] = alarmed;
    const emphasis = waiting(queued[shard]);
    const since = story.alerts.findLast((a) => a.shard === shard)?.tick ?? source.tick;
    return say(`${opening} ${emphasis} at ${names[shard]}${helpers(facts, shard, since)}.`, emphasis, tone);
  }
  const progress = `${thousands(counts.completed)} of ${counted(jobsTotal, 'job')} ${counts.completed === 1 ? 'is' : 'are'} done`;
  if (counts.failed > 0) return say(`${opening} ${progress}.`, opening, 'bad');
  return say(`On course. ${progress}, and none was lost.`, null, 'good');
}

/** Which shards took work off `shard` since a tick; says nothing when none did. */
function helpers({ story, source }: Facts, shard: number, sinceTick: number): string {
  const names = shardLabels(source.tables.fleet);
  const takers = [...story.flows.values()].filter(
    (f) => pairFrom(f.pair) === shard && f.lastTick >= sinceTick,
  );
  if (takers.length === 0) return '';
  const who = listed(takers.map((f) => names[pairTo(f.pair)]));
  return `, and ${who} ${takers.length === 1 ? 'takes' : 'take'} what spills over`;
}
