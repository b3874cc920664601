import { type Engine, JobState, REJECTIONS } from '../../engine';
import { counted, type OwnerCommand } from '../../plan';
import { REJECTED_BECAUSE } from '../../report';

export interface Preview {
  words: string;
  rejected: string | null;
  irreversible: boolean;
}

/** What `command` would do now, in a director's words; changes nothing. */
export function previewOf(engine: Engine, command: OwnerCommand): Preview {
  const irreversible = command.type === 'job.cancel' || command.type === 'run.stop';
  if (engine.ended)
    return { words: '', rejected: 'The run has ended; it takes no more commands.', irreversible };
  const prospect = engine.preview(command);
  if ('rejected' in prospect)
    return { words: '', rejected: REJECTED_BECAUSE[REJECTIONS.indexOf(prospect.rejected)], irreversible };
  return { words: effect(engine, command, prospect.touched), rejected: null, irreversible };
}

function effect(engine: Engine, command: OwnerCommand, touched: number): string {
  const { tables } = engine;
  switch (command.type) {
    case 'system.pause':
      return command.mode === 'freeze'
        ? `All ${counted(touched, 'shard')} stop routing, and ${counted(running(engine), 'running job')} stand still until resumed.`
        : `All ${counted(touched, 'shard')} stop routing; ${counted(running(engine), 'running job')} ${running(engine) === 1 ? 'finishes' : 'finish'}.`;
    case 'system.resume':
      return `Routing goes on in all ${counted(touched, 'shard')}; those paused on their own stay paused.`;
    case 'shard.pause': {
      const busy = running(engine, tables.fleet.findShard(command.shard));
      return command.mode === 'freeze'
        ? `${nameOf(engine, command.shard)} stops routing and ${counted(busy, 'running job')} ${busy === 1 ? 'stands' : 'stand'} still; work can still arrive.`
        : `${nameOf(engine, command.shard)} stops routing; ${counted(busy, 'running job')} ${busy === 1 ? 'finishes' : 'finish'}, work can still arrive.`;
    }
    case 'shard.resume':
      return `${nameOf(engine, command.shard)} routes again: ${waiting(tables.queued(tables.fleet.findShard(command.shard)))}.`;
    case 'node.recover': {
      const { region, slots } = tables.fleet.nodes[tables.fleet.findNode(command.nodeId)];
      return `${command.nodeId} comes back with ${counted(slots, 'slot')}; ${waiting(tables.queued(region))} in ${tables.fleet.shards[region].displayName}.`;
    }
    case 'fault.inject': {
      const { node, forTicks } = command.fault;
      const back =
        forTicks === undefined ? 'and stays so until recovered' : `for ${counted(forTicks, 'tick')}`;
      const lost = touched - 1;
      const cost =
        lost === 0
          ? 'it runs nothing now'
          : `${counted(lost, 'running job goes', 'running jobs go')} back to the queue`;
      return `${node} goes offline ${back}; ${cost}.`;
    }
    case 'job.cancel':
      return `${command.jobId} is ${stateOf(engine, command.jobId)} and would be cancelled for good.`;
    case 'job.reroute': {
      const job = tables.jobSet.find(command.jobId);
      const from = tables.jobs.shard[job];
      const target = tables.fleet.findShard(command.targetShard);
      const onTheWay = counted(tables.fleet.transitTicks(from, target), 'tick');
      const stopped = tables.jobs.state[job] === JobState.running ? ', its finished work kept' : '';
      return `${command.jobId} goes from ${tables.fleet.shards[from].displayName} to ${nameOf(engine, command.targetShard)} in ${onTheWay}${stopped}.`;
    }
    case 'checkpoint.save':
      return `A checkpoint is saved at the end of tick ${engine.tick + 1}.`;
    case 'run.stop':
      return `The run ends after tick ${engine.tick + 1}; ${counted(unfinished(engine), 'job stays', 'jobs stay')} unfinished.`;
  }
}

/** A known shard as people call it. */
function nameOf({ tables }: Engine, shardId: string): string {
  return tables.fleet.shards[tables.fleet.findShard(shardId)].displayName;
}

const waiting = (jobs: number): string => `${counted(jobs, 'job waits', 'jobs wait')}`;

function running(engine: Engine, shard = -1): number {
  const { accounts, fleet } = engine.tables;
  return fleet.nodes.reduce(
    (sum, node, n) =>
      sum + (shard < 0 || node.region === shard ? accounts.ledger.units(accounts.running[n]) : 0),
    0,
  );
}

function unfinished(engine: Engine): number {
  const { jobs } = engine.tables;
  let count = 0;
  for (let job = 0; job < jobs.count; job++) if (!jobs.hasEnded(job)) count++;
  return count;
}

const STATE_WORDS = [
  'not submitted yet',
  'queued',
  'on its way',
  'running',
  'completed',
  'failed',
  'cancelled',
];
function stateOf(engine: Engine, jobId: string): string {
  const { jobSet, jobs } = engine.tables;
  return STATE_WORDS[jobs.state[jobSet.find(jobId)]];
}
