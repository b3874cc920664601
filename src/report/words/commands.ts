import type { FabricTables, Receipt } from '../../engine';
import { counted, type OwnerCommand } from '../../plan';
import { nameOfShardId } from './names';
import { REJECTED_BECAUSE } from './reasons';

/** What a command asks for: "Pause Luna", "Send mars-0042 to Helios". */
export function commandWords(command: OwnerCommand, { fleet }: FabricTables): string {
  switch (command.type) {
    case 'system.pause':
      return command.mode === 'freeze' ? 'Freeze the fabric' : 'Pause the fabric';
    case 'system.resume':
      return 'Resume the fabric';
    case 'shard.pause':
      return `${command.mode === 'freeze' ? 'Freeze' : 'Pause'} ${nameOfShardId(fleet, command.shard)}`;
    case 'shard.resume':
      return `Resume ${nameOfShardId(fleet, command.shard)}`;
    case 'node.recover':
      return `Bring ${command.nodeId} back`;
    case 'fault.inject': {
      const { node, forTicks } = command.fault;
      return `Take ${node} offline ${forTicks === undefined ? 'for good' : `for ${counted(forTicks, 'tick')}`}`;
    }
    case 'job.cancel':
      return `Cancel ${command.jobId}`;
    case 'job.reroute':
      return `Send ${command.jobId} to ${nameOfShardId(fleet, command.targetShard)}`;
    case 'checkpoint.save':
      return 'Save a checkpoint';
    case 'run.stop':
      return 'Stop the run';
  }
}

/** What an executed command did, from its receipt. */
export function effectWords(command: OwnerCommand, { touched }: Receipt): string {
  switch (command.type) {
    case 'system.pause':
      return `${counted(touched, 'shard')} paused.`;
    case 'system.resume':
      return `${counted(touched, 'shard')} no longer held by the pause of the fabric.`;
    case 'shard.pause':
      return '1 shard paused.';
    case 'shard.resume':
      return '1 shard resumed.';
    case 'node.recover':
      return '1 node is back.';
    case 'fault.inject':
      return touched === 1
        ? '1 node went offline; nothing ran on it.'
        : `1 node went offline; ${counted(touched - 1, 'running job')} lost it.`;
    case 'job.cancel':
      return '1 job cancelled.';
    case 'job.reroute':
      return '1 job sent on its way.';
    case 'checkpoint.save':
      return 'A checkpoint was saved at the end of the tick.';
    case 'run.stop':
      return 'The run ended with this tick.';
  }
}

/** Why a command was rejected, naming what it asked for where that does not exist. */
export function rejectionWords(command: OwnerCommand, rejection: number): string {
  const named = 'shard' in command ? command.shard : 'targetShard' in command ? command.targetShard : null;
  if (rejection === 1 && named !== null) return `There is no shard "${named}".`;
  if (rejection === 2) {
    if (command.type === 'node.recover') return `There is no node "${command.nodeId}".`;
    if (command.type === 'fault.inject') return `There is no node "${command.fault.node}".`;
  }
  if (rejection === 3 && 'jobId' in command) return `There is no job "${command.jobId}".`;
  return REJECTED_BECAUSE[rejection] ?? 'The reason is not known.';
}
