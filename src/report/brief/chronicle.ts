import { Outcome, PauseMode, pairFrom, pairTo, RunStatus } from '../../engine';
import { counted, thousands } from '../../plan';
import type { Overview } from '../view/types';
import { commandWords, effectWords, rejectionWords } from '../words/commands';
import { shardLabels } from '../words/names';
import { compact, listed, missionTime, percent } from '../words/numbers';
import { BECAUSE, REMEDIES, WAITED_FOR } from '../words/reasons';
import { namedAmong } from './alerts';
import type { Facts } from './facts';
import { lossWords } from './lead';

type Section = Overview['chronicle'][number];

/** Told one by one; beyond, the rest is counted. */
const MOST_TOLD = 8;

/** The brief a director can read aloud, under five headings; the same words as mission-chronicle.md. */
export function chronicleOf(facts: Facts): Section[] {
  return [
    { heading: 'What was asked', paragraphs: asked(facts) },
    { heading: 'What happened', paragraphs: happened(facts) },
    { heading: 'What the owner did', paragraphs: ownerDid(facts) },
    { heading: 'What was lost, and why', paragraphs: lost(facts) },
    { heading: 'What to do next', paragraphs: next(facts) },
  ];
}

function asked({ source, jobsTotal, value, lastSubmissionTick }: Facts): string[] {
  const { fleet } = source.tables;
  const { workload } = source.plan.fabric;
  const slots = fleet.nodes.reduce((sum, n) => sum + n.slots, 0);
  const kinds = workload.entries.length;
  const listedJobs = workload.jobs.length;
  const of =
    kinds === 0
      ? ''
      : listedJobs === 0
        ? ` of ${counted(kinds, 'kind')}`
        : `, ${thousands(jobsTotal - listedJobs)} of ${counted(kinds, 'kind')} and ${thousands(listedJobs)} asked for by name`;
  const { faults } = source.plan.fabric;
  const planned = [
    faults.length === 0 ? null : `${counted(faults.length, 'outage')} built into the plan`,
    source.commands.length === 0 ? null : `${counted(source.commands.length, 'command')} of the owner`,
  ].filter((text) => text !== null);
  return [
    ...(source.plan.summary === '' ? [] : [source.plan.summary]),
    `${counted(jobsTotal, 'job')}${of}, worth ${compact(value.planned)} in all, arriving ${lastSubmissionTick === 0 ? 'at the start' : `until tick ${lastSubmissionTick}`}, for ${counted(fleet.shards.length, 'shard')} (${listed(shardLabels(fleet), 8)}) with ${counted(fleet.nodes.length, 'node')} and ${counted(slots, 'slot')}.`,
    ...(planned.length === 0 ? [] : [`The run had ${planned.join(' and ')}.`]),
  ];
}

function happened(facts: Facts): string[] {
  const { source, counts, story, ended } = facts;
  const { tables, tick } = source;
  if (tick < 0) return ['Nothing yet: the run has not started.'];
  const paragraphs = [howItEnded(facts)];
  paragraphs.push(...outages(facts), ...moves(facts), ...alerts(facts), ...waits(facts));
  if (story.checkpoints > 0)
    paragraphs.push(
      `${counted(story.checkpoints, 'checkpoint')} ${story.checkpoints === 1 ? 'was' : 'were'} saved, the last at tick ${tables.checkpointTick}.`,
    );
  if (!ended && counts.running > 0)
    paragraphs.push(
      `At tick ${tick}, ${counted(counts.running, 'job')} ${counts.running === 1 ? 'is' : 'are'} running.`,
    );
  return paragraphs;
}

function howItEnded({ source, counts, jobsTotal, ended, value }: Facts): string {
  const { tables, plan, tick } = source;
  const time = (ticks: number): string =>
    `${counted(ticks, 'tick')} (${missionTime(ticks, plan.fabric.tickMs)} of mission time)`;
  const done = `${thousands(counts.completed)} of ${counted(jobsTotal, 'job')}, worth ${compact(value.completed)}, ${counts.completed === 1 ? 'was' : 'were'} completed`;
  if (!ended) return `The run is at tick ${tick}, ${time(tick + 1)} in. So far ${done}.`;
  const how: Record<number, string> = {
    [RunStatus.completed]: 'when no job was left',
    [RunStatus.stopped]: 'when it was stopped',
    [RunStatus.stalled]: 'when nothing could move any more',
    [RunStatus.tickBudget]: 'at the limit of ticks its plan sets',
  };
  return `The run ended ${how[tables.status]}, after ${time(tables.endTick + 1)}. ${done.charAt(0).toUpperCase()}${done.slice(1)}.`;
}

function outages({ story, source }: Facts): string[] {
  const { fleet } = source.tables;
  const names = shardLabels(fleet);
  const told = story.outages.slice(0, MOST_TOLD).map((o) => {
    const { id, region } = fleet.nodes[o.node];
    const work =
      o.jobsLost === 0
        ? 'Nothing ran on it'
        : `${counted(o.jobsLost, 'running job')} went back to the queue ${source.plan.fabric.onNodeLoss === 'keep' ? 'with the finished work' : 'to start again'}`;
    const back =
      o.backTick === null
        ? 'it was still offline at the end of this account'
        : `${o.broughtBackByOwner ? 'the owner brought it back' : 'it was back'} at tick ${o.backTick}, ${counted(o.backTick - o.tick, 'tick')} later`;
    return `${names[region]} lost ${id} at tick ${o.tick}${o.byOwner ? ', by a command of the owner' : ''}. ${work}; ${back}.`;
  });
  const more = story.outages.length - told.length;
  return more > 0 ? [...told, `${counted(more, 'more outage')} followed.`] : told;
}

function moves({ story, source }: Facts): string[] {
  const names = shardLabels(source.tables.fleet);
  const flows = [...story.flows.values()].map((f) => ({
    ...f,
    total: f.byCause.reduce((sum, n) => sum + n, 0),
  }));
  flows.sort((x, y) => y.total - x.total || x.pair - y.pair);
  const told = flows.slice(0, MOST_TOLD).map((f) => {
    const why = [
      [f.byCause[2], 'by its spillover policy'],
      [f.byCause[3], 'because its queue was full'],
      [f.byCause[1], 'because none of its active nodes could do the work'],
      [f.byCause[0], 'by command of the owner'],
    ] as const;
    const causes = why
      .filter(([n]) => n > 0)
      .map(([n, words]) => (n === f.total ? words : `${thousands(n)} ${words}`));
    const when =
      f.firstTick === f.lastTick ? `at tick ${f.firstTick}` : `from tick ${f.firstTick} to ${f.lastTick}`;
    return `${names[pairFrom(f.pair)]} passed ${counted(f.total, 'job')} on to ${names[pairTo(f.pair)]} ${when}, ${listed(causes)}.`;
  });
  const more = flows.length - told.length;
  return more > 0 ? [...told, `${counted(more, 'more pair')} of shards exchanged work.`] : told;
}

function alerts({ story, source }: Facts): string[] {
  const names = shardLabels(source.tables.fleet);
  const byShard = new Map<number, typeof story.alerts>();
  for (const spell of story.alerts) byShard.set(spell.shard, [...(byShard.get(spell.shard) ?? []), spell]);
  return [...byShard].slice(0, MOST_TOLD).map(([shard, spells]) => {
    const [first] = spells;
    const last = spells[spells.length - 1];
    const ended =
      last.untilTick === null ? 'and stayed there' : `and was calm again at tick ${last.untilTick}`;
    const often = spells.length === 1 ? '' : `, ${thousands(spells.length)} times in all,`;
    return `${names[shard]}'s queue first rose above its alert at tick ${first.tick} with ${counted(first.queued, 'job')} waiting${often} ${ended}.`;
  });
}

function waits({ waits, counts, jobsTotal }: Facts): string[] {
  const total = waits.reduce((sum, n) => sum + n, 0);
  if (total === 0) return ['No job had to wait.'];
  const submitted = jobsTotal - counts.scheduled;
  const order = [...waits.keys()].filter((r) => waits[r] > 0).sort((x, y) => waits[y] - waits[x] || x - y);
  const shares = order.map((r) => `${percent(waits[r], total)} ${WAITED_FOR[r]}`);
  const each = Math.round(total / Math.max(1, submitted));
  return [`Jobs waited ${counted(total, 'tick')} in all, about ${thousands(each)} each: ${listed(shares)}.`];
}

function ownerDid({ source, story }: Facts): string[] {
  const { tables, commands } = source;
  if (commands.length === 0) return ['Nothing: no command was given.'];
  const names = shardLabels(tables.fleet);
  const judged = commands
    .map((c) => ({ ...c, receipt: tables.receipts[c.sequence] }))
    .sort((x, y) => x.tick - y.tick || x.sequence - y.sequence);
  const executed = judged.filter((c) => c.receipt?.outcome === Outcome.executed);
  const rejected = judged.filter((c) => c.receipt?.outcome === Outcome.rejected);
  const pending = judged.filter((c) => c.receipt === undefined);
  const told = (list: typeof judged, words: (c: (typeof judged)[number]) => string): string[] => {
    const shown = list.slice(0, MOST_TOLD * 2).map(words);
    return list.length > shown.length
      ? [...shown, `And ${counted(list.length - shown.length, 'more command')}.`]
      : shown;
  };
  const reasonOf = (c: (typeof judged)[number]): string => {
    const reason = c.command.reason ?? c.note;
    return reason === undefined || reason === '' ? '' : ` Reason given: ${reason}`;
  };
  const paragraphs = told(executed, (c) => {
    const effect = c.receipt === undefined ? '' : effectWords(c.command, c.receipt);
    return `Tick ${c.tick}: ${commandWords(c.command, tables)}. ${effect}${reasonOf(c)}`;
  });
  paragraphs.push(
    ...told(
      rejected,
      (c) =>
        `Tick ${c.tick}: ${commandWords(c.command, tables)}. Rejected: ${rejectionWords(c.command, c.receipt?.rejection ?? 0)}`,
    ),
  );
  const open = story.pauses.filter((p) => p.untilTick === null);
  for (const pause of open)
    paragraphs.push(
      `${pause.shard < 0 ? 'The fabric' : names[pause.shard]} is still ${pause.mode === PauseMode.freeze ? 'frozen' : 'paused'}.`,
    );
  if (pending.length > 0)
    paragraphs.push(
      `${counted(pending.length, 'command')} ${pending.length === 1 ? 'was' : 'were'} not due yet.`,
    );
  return paragraphs;
}

function lost(facts: Facts): string[] {
  const { story, source, counts, value } = facts;
  const { jobSet } = source.tables;
  const name = (j: number): string => jobSet.nameOf(j);
  if (counts.failed === 0 && counts.cancelled === 0) return [lossWords(facts)];
  const paragraphs = [...story.failed.keys()]
    .filter((reason) => story.failed[reason] > 0)
    .map(
      (reason) =>
        `${counted(story.failed[reason], 'job')} worth ${compact(story.failedValue[reason])} failed because ${BECAUSE[reason]}: ${namedAmong(story.firstFailed[reason].map(name), story.failed[reason])}.`,
    );
  if (counts.cancelled > 0)
    paragraphs.push(
      `${counted(counts.cancelled, 'job')} worth ${compact(value.cancelled)} ${counts.cancelled === 1 ? 'was' : 'were'} cancelled by the owner: ${namedAmong(story.firstCancelled.map(name), counts.cancelled)}.`,
    );
  return paragraphs;
}

function next(facts: Facts): string[] {
  const { story, source, started, startedInTime, waits, ended } = facts;
  const { fleet, offline } = source.tables;
  const names = shardLabels(fleet);
  const paragraphs: string[] = [];
  const broken = source.invariants.filter((law) => !law.holds);
  if (broken.length > 0)
    paragraphs.push(
      `Have the engine looked at: ${listed(broken.map((law) => law.id))} did not hold. Do not decide on these numbers.`,
    );
  for (const reason of story.failed.keys()) {
    if (story.failed[reason] === 0) continue;
    const worst = story.failedInShard
      .map((counts, shard) => ({ shard, failed: counts[reason] }))
      .reduce((most, each) => (each.failed > most.failed ? each : most));
    const remedy = REMEDIES[reason];
    paragraphs.push(
      `For the ${counted(story.failed[reason], 'job')} that failed because ${BECAUSE[reason]} (most in ${names[worst.shard]}): ${remedy}.`,
    );
  }
  const out = [...offline.keys()].filter((n) => offline[n] === 1).map((n) => fleet.nodes[n].id);
  if (out.length > 0)
    paragraphs.push(
      `Bring back ${listed(out, 6)}${ended ? ' before the next run' : ''}: ${out.length === 1 ? 'it is' : 'they are'} offline.`,
    );
  if (started > 0 && startedInTime < started * 0.9) {
    const total = waits.reduce((sum, n) => sum + n, 0);
    const most = waits.indexOf(Math.max(...waits));
    paragraphs.push(
      `Only ${percent(startedInTime, started)} of the started jobs started in time. ${percent(waits[most], total)} of all waiting was ${WAITED_FOR[most]}; ${ADVICE[most]}.`,
    );
  }
  return paragraphs.length === 0 ? ['Nothing needs to be done.'] : paragraphs;
}

/** What shortens each kind of waiting; by wait reason. */
const ADVICE = [
  'more slots in the busiest shards, or a lower spillover threshold, would shorten it',
  'a second node with the skill would shorten it',
  'shorter pauses would shorten it',
  'work that is submitted nearer to its nodes would shorten it',
];
