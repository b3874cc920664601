import { FAILURE_REASONS, JOB_STATES, JobState, PAUSE_MODES, PauseMode } from '../../engine';
import { counted, type OwnerCommand, thousands } from '../../plan';
import type { Story } from '../brief/story';
import { eventName } from '../events/fields';
import { jobOfEvent, nodeOfEvent, shardOfEvent } from '../tables/events';
import { eventWords } from '../words/events';
import { shardLabels } from '../words/names';
import { moneyText, percent } from '../words/numbers';
import { BECAUSE, WAITED_FOR } from '../words/reasons';
import type { RunSource } from './source';
import type { Entity, EntityRef } from './types';

const MOST_HISTORY = 500;
type Fact = Entity['groups'][number]['facts'][number];
type Lever = Entity['levers'][number];

/** Everything about one job, node, shard or event; null when there is none of that id. */
export function entityOf(source: RunSource, story: Story, ref: EntityRef): Entity | null {
  const { jobSet, fleet, log, status } = source.tables;
  const ended = status !== 0;
  const entity =
    ref.kind === 'job'
      ? jobEntity(source, story, jobSet.find(ref.id), ref)
      : ref.kind === 'node'
        ? nodeEntity(source, story, fleet.findNode(ref.id), ref)
        : ref.kind === 'shard'
          ? shardEntity(source, fleet.findShard(ref.id), ref)
          : eventEntity(source, /^\d+$/.test(ref.id) ? Number(ref.id) : log.length, ref);
  // A report and a run that ended take no command.
  if (entity !== null && (ended || source.kind === 'report')) entity.levers = [];
  return entity;
}

function jobEntity(source: RunSource, story: Story, job: number, ref: EntityRef): Entity | null {
  if (job < 0) return null;
  const { tables, tick } = source;
  const { jobs, jobSet, fleet } = tables;
  const names = shardLabels(fleet);
  const group = jobSet.groups[jobSet.group[job]];
  const state = jobs.state[job];
  const shard = jobs.shard[job];
  const reason = story.failureOf(job);
  const now: Fact[] = [
    { label: 'State', value: JOB_STATES[state], tone: state === JobState.failed ? 'bad' : 'neutral' },
  ];
  if (reason > 0) now.push({ label: 'Because', value: BECAUSE[reason], tone: 'bad' });
  now.push({
    label: state === JobState.transit ? 'On its way to' : 'Shard',
    value: names[shard],
    link: shardRef(source, shard),
  });
  if (state === JobState.running || state === JobState.completed) {
    const { id } = fleet.nodes[jobs.place[job]];
    now.push({ label: 'Node', value: id, link: { kind: 'node', id } });
  }
  if (state === JobState.transit) now.push({ label: 'Arrives at', value: `tick ${jobs.place[job]}` });
  if (jobs.firstStart[job] >= 0) now.push({ label: 'First start', value: `tick ${jobs.firstStart[job]}` });
  if (jobs.hasEnded(job)) now.push({ label: 'Ended', value: `tick ${jobs.endTick(job)}` });
  const waits = tables.waitsOf(job, tick);
  const waited = waits
    .map((ticks, r): Fact => ({ label: `Waited ${WAITED_FOR[r]}`, value: counted(ticks, 'tick') }))
    .filter((_, r) => waits[r] > 0);
  const asked: Fact[] = [
    { label: 'Kind', value: group.title },
    { label: 'Asks for', value: jobSet.classes[group.jobClass].name },
    { label: 'Home', value: names[group.home], link: shardRef(source, group.home) },
    { label: 'Submitted', value: `tick ${jobSet.submissionTick[job]}` },
    { label: 'Work', value: counted(jobSet.durationTicks[job], 'tick') },
    { label: 'Value', value: thousands(jobSet.valueOf(job)) },
    { label: 'Priority', value: `${group.priority} (0 goes first, 9 last)` },
  ];
  if (group.deadlineTicks > 0)
    asked.push({ label: 'Deadline', value: `tick ${jobSet.submissionTick[job] + group.deadlineTicks}` });
  const path: Fact[] = [
    {
      label: 'Starts lost',
      value: thousands(jobs.attempts[job]),
      tone: jobs.attempts[job] > 0 ? 'warn' : 'neutral',
    },
    { label: 'Passed on', value: counted(jobs.hops[job], 'time') },
  ];
  const from = state === JobState.scheduled ? source.tables.log.length : undefined;
  return {
    ref,
    title: jobSet.nameOf(job),
    subtitle: `${group.title}, ${JOB_STATES[state]}${reason > 0 ? `: ${FAILURE_REASONS[reason]}` : ''}`,
    groups: [
      { heading: 'Now', facts: now },
      { heading: 'Asked', facts: asked },
      { heading: 'Waiting', facts: waited.length > 0 ? waited : [{ label: 'Waited', value: 'not at all' }] },
      { heading: 'On the way', facts: path },
    ],
    history: from === undefined ? history(source, (row) => jobOfEvent(row) === job) : [],
    levers: jobLevers(source, job),
  };
}

function jobLevers({ tables }: RunSource, job: number): Lever[] {
  const { jobs, jobSet, fleet } = tables;
  if (jobs.hasEnded(job)) return [];
  const jobId = jobSet.nameOf(job);
  const names = shardLabels(fleet);
  const levers: Lever[] = [{ words: 'Cancel it', command: { type: 'job.cancel', jobId } }];
  const state = jobs.state[job];
  if (state !== JobState.queued && state !== JobState.running) return levers;
  const here = jobs.shard[job];
  fleet.shards.forEach(({ id }, s) => {
    if (s === here || fleet.latencyBetween(here, s) < 0 || !tables.isServed(s, jobSet.classOf(job))) return;
    if (tables.pauseOf(s) !== PauseMode.none) return;
    levers.push({
      words: `Send it to ${names[s]}`,
      command: { type: 'job.reroute', jobId, targetShard: id },
    });
  });
  return levers;
}

/** Ticks an outage by hand lasts unless the director says otherwise. */
const OUTAGE_TICKS = 30;

function nodeEntity(source: RunSource, story: Story, node: number, ref: EntityRef): Entity | null {
  if (node < 0) return null;
  const { tables, plan } = source;
  const { fleet, accounts } = tables;
  const { ledger } = accounts;
  const { id, region, slots, price } = fleet.nodes[node];
  const facts = plan.fabric.nodes[node];
  const offline = tables.offline[node] === 1;
  const used = tables.usedSlots[node];
  const names = shardLabels(fleet);
  const outage = story.outages.findLast((o) => o.node === node);
  const now: Fact[] = [
    {
      label: 'Status',
      value: offline ? `offline since tick ${outage?.tick ?? '?'}` : 'online',
      tone: offline ? 'bad' : 'good',
    },
    { label: 'Shard', value: names[region], link: shardRef(source, region) },
    { label: 'In use', value: `${used} of ${counted(slots, 'slot')} (${percent(used, slots)})` },
  ];
  const soFar: Fact[] = [
    { label: 'Jobs started', value: thousands(tables.jobsStarted[node]) },
    { label: 'Jobs done', value: thousands(ledger.units(accounts.completed[node])) },
    { label: 'Value delivered', value: thousands(ledger.value(accounts.completed[node])) },
  ];
  if (price !== null) {
    const { id: currency, decimals } = fleet.currencies[price.currency];
    soFar.push({
      label: 'Paid',
      value: `${moneyText(ledger.valueReceived(accounts.nodeIncome[node]), decimals)} ${currency}`,
    });
  }
  const offers: Fact[] = [
    { label: 'Skills', value: facts.specialties.join(', ') || 'none' },
    { label: 'Compliance', value: facts.compliance.join(', ') || 'none' },
  ];
  if (facts.pricing !== undefined)
    offers.push({
      label: 'Price',
      value: `${facts.pricing.amount} ${facts.pricing.currency} per ${facts.pricing.unit}`,
    });
  if (facts.availabilityZones.length > 0)
    offers.push({ label: 'Zones', value: facts.availabilityZones.join(', ') });
  if (facts.endpoint !== undefined) offers.push({ label: 'Endpoint', value: facts.endpoint });
  const groups = [
    { heading: 'Now', facts: now },
    { heading: 'So far', facts: soFar },
    { heading: 'Offers', facts: offers },
  ];
  if (facts.deployment !== undefined) {
    const { orchestration, image, version, runtime, resources } = facts.deployment;
    const gpu = resources.gpuClass === undefined ? '' : `, ${resources.gpuClass}`;
    groups.push({
      heading: 'Runs on',
      facts: [
        { label: 'Container', value: `${image}:${version}` },
        { label: 'Orchestration', value: orchestration },
        { label: 'Runtime', value: runtime },
        {
          label: 'Resources',
          value: `${resources.cpuCores} cores, ${resources.memoryGb} GB memory, ${resources.storageGb} GB storage${gpu}`,
        },
      ],
    });
  }
  const lever: OwnerCommand = offline
    ? { type: 'node.recover', nodeId: id }
    : { type: 'fault.inject', fault: { type: 'node.outage', node: id, forTicks: OUTAGE_TICKS } };
  return {
    ref,
    title: id,
    subtitle: `${names[region]}, ${offline ? 'offline' : 'online'}`,
    groups,
    history: history(source, (row) => nodeOfEvent(row) === node),
    levers: [
      {
        words: offline ? 'Bring it back' : `Take it offline for ${counted(OUTAGE_TICKS, 'tick')}`,
        command: lever,
      },
    ],
  };
}

function shardEntity(source: RunSource, shard: number, ref: EntityRef): Entity | null {
  if (shard < 0) return null;
  const { tables } = source;
  const { fleet, accounts } = tables;
  const { ledger } = accounts;
  const names = shardLabels(fleet);
  const { id, latencyBudgetMs, maxQueue, startTargetTicks, spilloverTargets, placement, alertThreshold } =
    fleet.shards[shard];
  const mine = fleet.nodes.flatMap(({ region }, n) => (region === shard ? [n] : []));
  const used = mine.reduce((sum, n) => sum + tables.usedSlots[n], 0);
  const queued = ledger.units(accounts.queued[shard]);
  const pause = tables.pauseOf(shard);
  const own = tables.ownPause[shard] !== PauseMode.none;
  const completed = mine.reduce((sum, n) => sum + ledger.units(accounts.completed[n]), 0);
  const links = fleet.shards.flatMap((other, s): Fact[] => {
    const latencyMs = fleet.latencyBetween(shard, s);
    return latencyMs < 0 || s === shard
      ? []
      : [{ label: names[s], value: `${latencyMs} ms`, link: { kind: 'shard', id: other.id } }];
  });
  return {
    ref,
    title: names[shard],
    subtitle: `${counted(mine.length, 'node')}, ${latencyBudgetMs} ms latency budget`,
    groups: [
      {
        heading: 'Now',
        facts: [
          {
            label: 'Waiting',
            value: `${thousands(queued)} of at most ${counted(maxQueue, 'job')}`,
            tone: tables.alert[shard] === 1 ? 'warn' : 'neutral',
          },
          { label: 'Slots in use', value: `${thousands(used)} of ${thousands(tables.activeSlots[shard])}` },
          {
            label: 'Router',
            value: pause === PauseMode.none ? 'routing' : `paused (${PAUSE_MODES[pause]})`,
            tone: pause === PauseMode.none ? 'good' : 'warn',
          },
        ],
      },
      {
        heading: 'So far',
        facts: [
          { label: 'Submitted here', value: thousands(ledger.unitsPaid(accounts.scheduled[shard])) },
          { label: 'Completed', value: thousands(completed) },
          {
            label: 'Failed',
            value: thousands(ledger.units(accounts.failed[shard])),
            tone: ledger.units(accounts.failed[shard]) > 0 ? 'bad' : 'neutral',
          },
          { label: 'Cancelled', value: thousands(ledger.units(accounts.cancelled[shard])) },
        ],
      },
      {
        heading: 'Rules',
        facts: [
          { label: 'Start target', value: counted(startTargetTicks, 'tick') },
          { label: 'Alert above', value: counted(alertThreshold, 'job') },
          { label: 'Placement', value: placement },
          { label: 'Spills to', value: spilloverTargets.map((t) => names[t]).join(', ') || 'nobody' },
        ],
      },
      { heading: 'Links', facts: links.length > 0 ? links : [{ label: 'Links', value: 'none' }] },
      {
        heading: 'Nodes',
        facts: mine.slice(0, 20).map((n) => ({
          label: fleet.nodes[n].id,
          value:
            tables.offline[n] === 1
              ? 'offline'
              : `${tables.usedSlots[n]} of ${counted(fleet.nodes[n].slots, 'slot')}`,
          tone: tables.offline[n] === 1 ? 'bad' : 'neutral',
          link: { kind: 'node', id: fleet.nodes[n].id },
        })),
      },
    ],
    // The jobs that pass through a shard have their own histories; here they would bury what happened to it.
    history: history(source, (row) => jobOfEvent(row) < 0 && shardOfEvent(fleet.nodes, row) === shard),
    levers: own
      ? [{ words: `Resume ${names[shard]}`, command: { type: 'shard.resume', shard: id } }]
      : [{ words: `Pause ${names[shard]}`, command: { type: 'shard.pause', shard: id, mode: 'drain' } }],
  };
}

function eventEntity(source: RunSource, seq: number, ref: EntityRef): Entity | null {
  const { tables, commands } = source;
  const { log, jobSet, fleet } = tables;
  if (seq < log.firstSeq || seq >= log.length) return null;
  const row = log.row(seq);
  const facts: Fact[] = [
    { label: 'Tick', value: thousands(row.tick) },
    { label: 'Type', value: eventName(row.kind) },
  ];
  const job = jobOfEvent(row);
  if (job >= 0 && job < jobSet.count)
    facts.push({ label: 'Job', value: jobSet.nameOf(job), link: { kind: 'job', id: jobSet.nameOf(job) } });
  const node = fleet.nodes[nodeOfEvent(row)];
  if (node !== undefined) facts.push({ label: 'Node', value: node.id, link: { kind: 'node', id: node.id } });
  const shard = shardOfEvent(fleet.nodes, row);
  if (fleet.shards[shard] !== undefined)
    facts.push({ label: 'Shard', value: shardLabels(fleet)[shard], link: shardRef(source, shard) });
  return {
    ref,
    title: `Event ${thousands(seq)}`,
    subtitle: eventWords(tables, commands, row.kind, row.a, row.b, row.value),
    groups: [{ heading: 'Event', facts }],
    history: [],
    levers: [],
  };
}

function shardRef({ tables }: RunSource, shard: number): EntityRef {
  return { kind: 'shard', id: tables.fleet.shards[shard].id };
}

/** The first events that `about` takes, oldest first. */
function history(
  source: RunSource,
  about: (row: { seq: number; tick: number; kind: number; a: number; b: number; value: number }) => boolean,
): Entity['history'] {
  const { tables, commands } = source;
  const { log } = tables;
  const found: Entity['history'] = [];
  const row = { seq: 0, tick: 0, kind: 0, a: 0, b: 0, value: 0 };
  log.scan(log.firstSeq, log.length, (seq, tick, kind, a, b, value) => {
    if (found.length === MOST_HISTORY) return;
    row.seq = seq;
    row.tick = tick;
    row.kind = kind;
    row.a = a;
    row.b = b;
    row.value = value;
    if (about(row))
      found.push({ tick, type: eventName(kind), words: eventWords(tables, commands, kind, a, b, value) });
  });
  return found;
}
