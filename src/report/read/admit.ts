import {
  EventKind,
  type EventRow,
  type FabricTables,
  JobState,
  PauseMode,
  pairFrom,
  pairTo,
  RunStatus,
} from '../../engine';
import type { ScheduledCommand } from '../../plan';

/** What is wrong with a row where it stands; a row that is only unlawful can still be applied. */
export interface Objection {
  words: string;
  apply: boolean;
}
const impossible = (words: string): Objection => ({ words, apply: false });
const unlawful = (words: string): Objection => ({ words, apply: true });

/**
 * Whether a row that was read can follow the facts so far, judged before it is applied: an engine never logs a row that
 * this objects to. Numbers are in range already (`parseLine`).
 */
export function objectionTo(
  tables: FabricTables,
  commands: readonly ScheduledCommand[],
  row: EventRow,
  lastTick: number,
): Objection | null {
  const { kind, tick, value } = row;
  if (tables.status !== RunStatus.running) return impossible('stands after the end of the run');
  if (tick < lastTick) return impossible(`goes back in time, from tick ${lastTick} to ${tick}`);
  if (kind === EventKind.runStarted) return row.seq === 0 ? null : impossible('starts the run a second time');
  if (row.seq === 0) return unlawful('is the first, but does not start the run');
  if (kind >= EventKind.jobSubmitted) return objectionToJob(tables, row);
  const { offline, receipts } = tables;
  switch (kind) {
    case EventKind.runEnded:
      if (row.a === RunStatus.running) return impossible('ends the run as still running');
      return value === tick ? null : unlawful(`says that the last tick was ${value}, in tick ${tick}`);
    case EventKind.checkpointSaved:
      return value === tables.checkpoints + 1
        ? null
        : unlawful(`is checkpoint ${value}, after ${tables.checkpoints}`);
    case EventKind.ownerExecuted:
    case EventKind.ownerRejected: {
      const given = commands[row.a];
      if (given === undefined) return impossible(`is about command ${row.a}, which was never given`);
      if (receipts[row.a] !== undefined) return impossible(`is a second receipt of command ${row.a}`);
      if (kind === EventKind.ownerRejected && row.b === 0) return impossible('rejects without a reason');
      return given.tick === tick ? null : unlawful(`is about a command of tick ${given.tick}`);
    }
    case EventKind.systemPaused:
    case EventKind.shardPaused:
      return value === PauseMode.none ? impossible('pauses without pausing') : null;
    case EventKind.nodeOffline:
      return offline[row.a] === 1 ? impossible('takes down a node that is offline') : null;
    case EventKind.nodeOnline:
      return offline[row.a] === 0 ? impossible('brings back a node that is online') : null;
    default:
      return null;
  }
}

function objectionToJob(tables: FabricTables, { kind, a: job, b, value, tick }: EventRow): Objection | null {
  const { jobs, jobSet, fleet } = tables;
  const state = jobs.state[job];
  const shard = jobs.shard[job];
  switch (kind) {
    case EventKind.jobSubmitted:
      if (state !== JobState.scheduled) return impossible('submits a job a second time');
      if (b !== jobSet.homeOf(job) || value !== jobSet.valueOf(job))
        return impossible('submits a job that the plan has otherwise');
      return tick > jobSet.submissionTick[job] ? unlawful('submits a job late') : null;
    case EventKind.jobAssigned:
      if (state !== JobState.queued) return impossible('starts a job that was not queued');
      if (fleet.nodes[b].region !== shard) return impossible('starts a job on a node of another shard');
      if (tables.offline[b] === 1) return impossible('starts a job on a node that is offline');
      if (tables.usedSlots[b] >= fleet.nodes[b].slots)
        return unlawful('starts a job on a node without a free slot');
      if (!fleet.serves(b, jobSet.classOf(job)))
        return unlawful('starts a job on a node that lacks its skills or compliance');
      return tables.pauseOf(shard) === PauseMode.none
        ? null
        : unlawful('starts a job in a shard that is paused');
    case EventKind.jobCompleted:
    case EventKind.jobLost:
    case EventKind.jobPreempted:
      if (state !== JobState.running || jobs.place[job] !== b)
        return impossible('is about a job that did not run on that node');
      return value > 0 && fleet.nodes[b].price === null
        ? unlawful('charges for a node without a price')
        : null;
    case EventKind.jobSpilled:
    case EventKind.jobRerouted: {
      if (state !== JobState.queued || shard !== pairFrom(b))
        return impossible('moves a job that was not queued there');
      if (fleet.latencyBetween(pairFrom(b), pairTo(b)) < 0)
        return impossible('moves a job where no link leads');
      return kind === EventKind.jobSpilled && value === 0 ? impossible('moves a job without a cause') : null;
    }
    case EventKind.jobArrived:
      if (state !== JobState.transit || tables.pairOfTransit(job) !== b)
        return impossible('is about a job that was not on that way');
      return jobs.place[job] === tick
        ? null
        : unlawful(`lets a job arrive that is due at tick ${jobs.place[job]}`);
    case EventKind.jobFailed:
      if (state !== JobState.queued || shard !== b)
        return impossible('is about a job that was not queued there');
      return value === 0 ? impossible('fails a job without a reason') : null;
    case EventKind.jobCancelled:
      return (state === JobState.queued || state === JobState.transit) && shard === b
        ? null
        : impossible('is about a job that could not be cancelled there');
    default:
      return null;
  }
}
