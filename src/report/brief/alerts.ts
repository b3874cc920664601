import { FAILURE_REASONS, PauseMode } from '../../engine';
import { counted, thousands } from '../../plan';
import type { Alert } from '../view/types';
import { commandWords } from '../words/commands';
import { shardLabels } from '../words/names';
import { listed, percent } from '../words/numbers';
import { BECAUSE } from '../words/reasons';
import { type Facts, offlineNodes, pausesNow } from './facts';

/** More than these nodes offline are told in one line. */
const MOST_NODES = 5;

/** What needs a person now, worst first, each with the lever or the place to look. */
export function alertsOf(facts: Facts): Alert[] {
  const alerts = [...lawAlerts(facts), ...lossAlerts(facts)];
  // A run that ended takes no command, so it offers none.
  if (facts.ended) return alerts;
  return [
    ...alerts,
    ...nodeAlerts(facts),
    ...pauseAlerts(facts),
    ...queueAlerts(facts),
    ...nextCommand(facts),
  ];
}

function lawAlerts({ source }: Facts): Alert[] {
  return source.invariants
    .filter((law) => !law.holds)
    .map((law) => ({
      id: `law-${law.id}`,
      tone: 'bad',
      title: `A law of the fabric is broken: ${law.id}`,
      detail: `${law.sentence} Since tick ${law.tick ?? 0} it does not: ${law.left} against ${law.right}.`,
      action: { words: 'Look', view: { tab: 'ledger' } },
    }));
}

function lossAlerts({ story, source }: Facts): Alert[] {
  const { jobSet } = source.tables;
  return [...story.failed.keys()]
    .filter((reason) => story.failed[reason] > 0)
    .map((reason) => ({
      id: `failed-${FAILURE_REASONS[reason]}`,
      tone: 'bad',
      title: `${counted(story.failed[reason], 'job')} failed because ${BECAUSE[reason]}`,
      detail: namedAmong(
        story.firstFailed[reason].map((j) => jobSet.nameOf(j)),
        story.failed[reason],
      ),
      action: { words: 'Show them', view: { tab: 'jobs', filter: { reason: FAILURE_REASONS[reason] } } },
    }));
}

/** The first few by name, and how many more there are. */
export function namedAmong(names: readonly string[], total: number): string {
  const more = total - names.length;
  return more > 0 ? `${names.join(', ')} and ${thousands(more)} more` : listed(names);
}

function nodeAlerts({ source, story }: Facts): Alert[] {
  const { fleet } = source.tables;
  const names = shardLabels(fleet);
  const offline = offlineNodes(source);
  const told = offline.slice(0, offline.length > MOST_NODES ? MOST_NODES - 1 : MOST_NODES);
  const alerts = told.map((n): Alert => {
    const { id, region } = fleet.nodes[n];
    const outage = story.outages.findLast((o) => o.node === n);
    const lost =
      outage === undefined || outage.jobsLost === 0
        ? 'Nothing ran on it.'
        : `${counted(outage.jobsLost, 'running job')} lost it${source.plan.fabric.onNodeLoss === 'keep' ? ' and kept the finished work' : ' and start again'}.`;
    const repair =
      outage === undefined
        ? ''
        : outage.forTicks === 0
          ? ' No repair is foreseen.'
          : ` Repair was foreseen for tick ${outage.tick + outage.forTicks}.`;
    return {
      id: `node-${id}`,
      tone: 'bad',
      title: `${id} of ${names[region]} is offline${outage === undefined ? '' : ` since tick ${outage.tick}`}`,
      detail: `${lost}${repair}`,
      action: { words: 'Bring it back', command: { type: 'node.recover', nodeId: id } },
    };
  });
  const more = offline.length - told.length;
  if (more > 0)
    alerts.push({
      id: 'nodes-more',
      tone: 'bad',
      title: `${counted(more, 'more node')} ${more === 1 ? 'is' : 'are'} offline`,
      detail: 'The fleet lists them all.',
      action: { words: 'Show them', view: { tab: 'fleet', filter: { status: 'offline' } } },
    });
  return alerts;
}

function pauseAlerts({ source, queued, counts, story }: Facts): Alert[] {
  const { fleet, ownPause } = source.tables;
  const names = shardLabels(fleet);
  const { system, shards } = pausesNow(source);
  const since = (shard: number): string => {
    const pause = story.pauses.findLast((p) => p.shard === shard && p.untilTick === null);
    return pause === undefined ? '' : ` since tick ${pause.tick}`;
  };
  const how = (mode: number): string =>
    mode === PauseMode.freeze ? 'Running work stands still too.' : 'Running work goes on.';
  const alerts = shards.map(
    (s): Alert => ({
      id: `paused-${fleet.shards[s].id}`,
      tone: 'warn',
      title: `${names[s]} is paused${since(s)}`,
      detail: `${counted(queued[s], 'job')} in its queue. ${how(ownPause[s])}`,
      action: { words: 'Resume it', command: { type: 'shard.resume', shard: fleet.shards[s].id } },
    }),
  );
  if (system !== PauseMode.none)
    alerts.unshift({
      id: 'paused-fabric',
      tone: 'warn',
      title: `The fabric is paused${since(-1)}`,
      detail: `${counted(counts.queued, 'job')} in queues. ${how(system)}`,
      action: { words: 'Resume it', command: { type: 'system.resume' } },
    });
  return alerts;
}

function queueAlerts({ source, queued }: Facts): Alert[] {
  const { fleet, alert } = source.tables;
  const names = shardLabels(fleet);
  return [...alert.keys()]
    .filter((s) => alert[s] === 1)
    .map((s) => {
      const { maxQueue, alertThreshold, spilloverTargets, policies } = fleet.shards[s];
      const targets = [...new Set([...policies.map((p) => p.target), ...spilloverTargets])];
      return {
        id: `queue-${fleet.shards[s].id}`,
        tone: 'warn',
        title: `${names[s]}'s queue is at ${percent(queued[s], maxQueue)} of its limit`,
        detail: `${counted(queued[s], 'job')} ${queued[s] === 1 ? 'waits' : 'wait'}; the alert is set to ${thousands(alertThreshold)}. ${
          targets.length === 0
            ? 'No other shard takes its work.'
            : `It may spill to ${listed(targets.map((t) => names[t]))}.`
        }`,
        action: { words: 'Show them', view: { tab: 'jobs', filter: { shard: names[s], state: 'queued' } } },
      };
    });
}

function nextCommand({ source }: Facts): Alert[] {
  const ahead = source.commands.filter(
    (c) => c.tick > source.tick && source.tables.receipts[c.sequence] === undefined,
  );
  if (ahead.length === 0) return [];
  const next = ahead.reduce((first, c) => (c.tick < first.tick ? c : first));
  const words = commandWords(next.command, source.tables);
  const inTicks = next.tick - Math.max(0, source.tick);
  return [
    {
      id: 'next-command',
      tone: 'neutral',
      title: `Next: ${words.charAt(0).toLowerCase()}${words.slice(1)} at tick ${next.tick}`,
      detail: `Scheduled by the owner, ${inTicks === 0 ? 'due at the start' : `${counted(inTicks, 'tick')} from now`}.`,
      action: { words: 'See', view: { tab: 'commands' } },
    },
  ];
}
