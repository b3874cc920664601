import { FAILURE_REASONS, Outcome, PAUSE_MODES, RUN_STATUSES, RunStatus, WAIT_REASONS } from '../../engine';
import type { Facts } from '../brief/facts';
import { pausesNow } from '../brief/facts';
import { FORMATS } from '../format';
import { frameOf } from '../view/frame';
import { SHARD_FIELDS } from '../view/types';

/** What summary.json holds: the run in numbers, sums over accounts, nothing that a label or a clock could change. */
export function summaryOf(facts: Facts, digests: { log: string; ledger: string }): object {
  const { source } = facts;
  const { plan, tables, tick } = source;
  const { fabric } = plan;
  return {
    format: FORMATS.summary,
    title: plan.title,
    run: {
      status: RUN_STATUSES[tables.status],
      stopReason: stopReason(facts),
      startTick: 0,
      endTick: tick,
      engineRevision: plan.engineRevision,
    },
    seeds: { root: plan.seed },
    owner: fabric.owner,
    ownerState: ownerState(facts),
    commands: commandCounts(facts),
    options: {
      tickMs: fabric.tickMs,
      ...plan.run,
      unservablePatienceTicks: fabric.unservablePatienceTicks,
      maxAttempts: fabric.maxAttempts,
      hopLimit: fabric.hopLimit,
      onNodeLoss: fabric.onNodeLoss,
      deadlinesKill: fabric.deadlinesKill,
    },
    metrics: metrics(facts),
    latency: latency(facts),
    waits: Object.fromEntries(WAIT_REASONS.map((reason, r) => [`${reason}Ticks`, facts.waits[r]])),
    shards: shards(facts),
    nodes: tables.fleet.nodes.map((node, n) => ({
      id: node.id,
      shard: tables.fleet.shards[node.region].id,
      status: tables.offline[n] === 1 ? 'offline' : 'online',
      usedSlots: tables.usedSlots[n],
      slots: node.slots,
      jobsStarted: tables.jobsStarted[n],
      jobsCompleted: tables.accounts.ledger.units(tables.accounts.completed[n]),
    })),
    digests,
  };
}

function stopReason({ source, story }: Facts): string | null {
  const { tables, plan } = source;
  if (tables.status === RunStatus.stopped)
    return story.stoppedBy >= 0 ? `command ${story.stoppedBy}` : `stopAfterTicks ${plan.run.stopAfterTicks}`;
  if (tables.status === RunStatus.tickBudget) return `maxTicks ${plan.run.maxTicks}`;
  if (tables.status === RunStatus.stalled) return 'nothing that is due can change the state';
  return null;
}

function ownerState({ source }: Facts): object {
  const { fleet, ownPause, systemPause } = source.tables;
  return {
    system: PAUSE_MODES[systemPause],
    pausedShards: pausesNow(source).shards.map((s) => ({
      shard: fleet.shards[s].id,
      mode: PAUSE_MODES[ownPause[s]],
    })),
    checkpoints: source.tables.checkpoints,
    lastCheckpointTick: source.tables.checkpointTick < 0 ? null : source.tables.checkpointTick,
  };
}

function commandCounts({ source }: Facts): object {
  const outcomes = source.commands.map(({ sequence }) => source.tables.receipts[sequence]?.outcome);
  const executed = outcomes.filter((o) => o === Outcome.executed).length;
  const rejected = outcomes.filter((o) => o === Outcome.rejected).length;
  return { given: outcomes.length, executed, rejected, pending: outcomes.length - executed - rejected };
}

function metrics({ counts, value, jobsTotal, story, started, startedInTime, source }: Facts): object {
  const submitted = jobsTotal - counts.scheduled;
  const load = source.tables.fleet.shards.map((_, s) => loadOf(source.tables, s));
  const loads = load.reduce((sum, n) => sum + n, 0);
  const most = Math.max(0, ...load);
  const least = load.length === 0 ? 0 : Math.min(...load);
  return {
    events: source.tables.log.length,
    jobs: jobsTotal,
    submitted,
    ...counts,
    started,
    startedInTime,
    startsLost: story.restarts,
    passedOn: [...story.flows.values()].reduce((sum, f) => sum + f.byCause.reduce((a, b) => a + b, 0), 0),
    failedByReason: Object.fromEntries(
      FAILURE_REASONS.slice(1).map((reason, r) => [reason, story.failed[r + 1]]),
    ),
    valuePlanned: value.planned,
    valueSubmitted: value.submitted,
    valueCompleted: value.completed,
    valueFailed: value.failed,
    valueCancelled: value.cancelled,
    dropRate: ratio(submitted - counts.completed - counts.cancelled, submitted),
    failureRate: ratio(counts.failed, submitted),
    balanceDelta: ratio(most - least, loads),
    shardSkew: ratio(most, Math.max(1, least)),
    outages: story.outages.length,
    alerts: story.alerts.length,
  };
}

/** Work a shard dealt with: completed, failed, passed on. */
function loadOf({ accounts, fleet }: Facts['source']['tables'], shard: number): number {
  const { ledger } = accounts;
  let load = ledger.units(accounts.failed[shard]);
  fleet.nodes.forEach(({ region }, n) => {
    if (region === shard) load += ledger.units(accounts.completed[n]);
  });
  for (const pair of accounts.pairs())
    if (pair >>> 8 === shard) load += ledger.unitsReceived(accounts.transit(pair));
  return load;
}

/** Six digits are enough to read, and the same on every machine. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1e6) / 1e6;
}

function latency({ latency, source }: Facts): object[] {
  const { shards } = source.tables.fleet;
  return latency.map(({ shard, startedInTimeShare, ...times }) => ({
    shard: shards[shard].id,
    ...times,
    startedInTimeShare: Math.round(startedInTimeShare * 1e6) / 1e6,
  }));
}

function shards({ source }: Facts): object[] {
  const cells = frameOf(source).shards;
  return source.tables.fleet.shards.map(({ id, displayName }, s) => {
    const row = cells.subarray(s * SHARD_FIELDS.length, (s + 1) * SHARD_FIELDS.length);
    const fields = Object.fromEntries(SHARD_FIELDS.map((field, f) => [field, row[f]]));
    return { id, displayName, ...fields, pause: PAUSE_MODES[fields.pause], alert: fields.alert === 1 };
  });
}
