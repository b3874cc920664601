import { EventKind, type FabricTables, PAUSE_MODES, pairFrom, pairTo, RunStatus } from '../../engine';
import { counted, type ScheduledCommand } from '../../plan';
import { commandWords, rejectionWords } from './commands';
import { shardLabels } from './names';
import { BECAUSE, SPILLED_BECAUSE } from './reasons';

/**
 * One event as a plain sentence with ids: the `message` of events.ndjson and the words of every history.
 * A function of plan, commands and the event alone, so equal runs say the same.
 */
export function eventWords(
  tables: FabricTables,
  commands: readonly ScheduledCommand[],
  kind: number,
  a: number,
  b: number,
  value: number,
): string {
  const shard = (s: number): string => shardLabels(tables.fleet)[s] ?? `shard ${s}`;
  const node = (n: number): string => tables.fleet.nodes[n]?.id ?? `node ${n}`;
  const job = (): string => tables.jobSet.nameOf(a);
  switch (kind) {
    case EventKind.runStarted:
      return `The run started (engine revision ${value}).`;
    case EventKind.runEnded:
      return ENDED[a] ?? 'The run ended.';
    case EventKind.checkpointSaved:
      return `Checkpoint ${value} was saved.`;
    case EventKind.ownerExecuted: {
      const given = commands[a]?.command;
      return given === undefined
        ? `Command ${a} was carried out.`
        : `The owner's command was carried out: ${commandWords(given, tables)}.`;
    }
    case EventKind.ownerRejected: {
      const given = commands[a]?.command;
      if (given === undefined) return `Command ${a} was rejected.`;
      return `The owner's command was rejected: ${commandWords(given, tables)}. ${rejectionWords(given, b)}`;
    }
    case EventKind.systemPaused:
      return `The owner paused the fabric (${PAUSE_MODES[value]}).`;
    case EventKind.systemResumed:
      return 'The owner resumed the fabric.';
    case EventKind.shardPaused:
      return `The owner paused ${shard(a)} (${PAUSE_MODES[value]}).`;
    case EventKind.shardResumed:
      return `The owner resumed ${shard(a)}.`;
    case EventKind.shardAlert:
      return `${shard(a)} has ${counted(value, 'job')} waiting, more than its alert allows.`;
    case EventKind.shardCalm:
      return `${shard(a)} is calm again with ${counted(value, 'job')} waiting.`;
    case EventKind.nodeOffline:
      return `${node(a)} went offline${value === 0 ? ', with no repair foreseen' : `; repair in ${counted(value, 'tick')}`}.`;
    case EventKind.nodeOnline:
      return `${node(a)} is back online.`;
    case EventKind.jobSubmitted:
      return `${job()} was submitted to ${shard(b)}.`;
    case EventKind.jobAssigned:
      return `${job()} started on ${node(b)} with ${counted(value, 'tick')} to go.`;
    case EventKind.jobCompleted:
      return `${job()} was completed on ${node(b)}.`;
    case EventKind.jobSpilled:
      return `${job()} left ${shard(pairFrom(b))} for ${shard(pairTo(b))}, ${SPILLED_BECAUSE[value]}.`;
    case EventKind.jobRerouted:
      return `The owner sent ${job()} from ${shard(pairFrom(b))} to ${shard(pairTo(b))}.`;
    case EventKind.jobArrived:
      return `${job()} arrived at ${shard(pairTo(b))} from ${shard(pairFrom(b))}.`;
    case EventKind.jobLost:
      return `${job()} lost its node ${node(b)} and went back to the queue.`;
    case EventKind.jobPreempted:
      return `${job()} was taken off ${node(b)}.`;
    case EventKind.jobFailed:
      return `${job()} failed in ${shard(b)}: ${BECAUSE[value]}.`;
    case EventKind.jobCancelled:
      return `The owner cancelled ${job()} in ${shard(b)}.`;
    default:
      return `An event of unknown kind ${kind}.`;
  }
}

const ENDED: Record<number, string> = {
  [RunStatus.completed]: 'The run ended: no job is left.',
  [RunStatus.stopped]: 'The run was stopped.',
  [RunStatus.stalled]: 'The run ended: jobs are left, but nothing can move them any more.',
  [RunStatus.tickBudget]: 'The run ended at the limit of ticks its plan sets.',
};
