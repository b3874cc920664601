import type { ProblemList } from '../problem-list';
import type { OwnerCommand, Plan, ScheduledCommand } from '../schema';
import { quoted, thousands } from '../words';
import { generatedIds } from './identity';
import { chooseWords } from './references';
import { lastTickOf } from './times';

/** Commands that will be rejected, or come too late. The run goes on without them, so these are warnings. */
export function checkCommands(
  plan: Plan,
  commands: readonly ScheduledCommand[],
  problems: ProblemList,
): void {
  const known = knownThings(plan);
  const last = lastTickOf(plan);
  const stop = commands.reduce(
    (first, { tick, command }) => (command.type === 'run.stop' && tick < first ? tick : first),
    last,
  );
  commands.forEach(({ tick, command }, i) => {
    const place = `commands[${i}]`;
    for (const { what, field, id } of namesIn(command)) {
      const { has, ids } = known[what];
      if (has(id)) continue;
      const remedy = ids === null ? 'Jobs of an entry are named like `prefix-0001`.' : chooseWords(id, ids);
      problems.warning(
        `${place}.command.${field}`,
        `There is no ${what} ${quoted(id)} in this mission, so the command ${quoted(command.type)} at tick ${thousands(tick)} will be rejected`,
        remedy,
      );
    }
    if (tick > stop)
      problems.warning(
        `${place}.tick`,
        `The command ${quoted(command.type)} at tick ${thousands(tick)} comes after the last tick, ${thousands(stop)}, and will not be carried out`,
        'Give it earlier, or let the run go on longer.',
      );
  });
}

type Kind = 'shard' | 'node' | 'job';

/** Ids to choose from are null where there are too many to name. */
function knownThings(plan: Plan): Record<Kind, { has: (id: string) => boolean; ids: string[] | null }> {
  const { shards, nodes, workload } = plan.fabric;
  const shardIds = new Set(shards.map((shard) => shard.id));
  const nodeIds = new Set(nodes.map((node) => node.id));
  const jobIds = new Set(workload.jobs.map((job) => job.id));
  const isGenerated = generatedIds(workload.entries);
  return {
    shard: { has: (id) => shardIds.has(id), ids: [...shardIds] },
    node: { has: (id) => nodeIds.has(id), ids: [...nodeIds] },
    job: { has: (id) => jobIds.has(id) || isGenerated(id), ids: null },
  };
}

/** Every shard, node and job a command names, with the field that names it. */
function namesIn(command: OwnerCommand): { what: Kind; field: string; id: string }[] {
  switch (command.type) {
    case 'shard.pause':
    case 'shard.resume':
      return [{ what: 'shard', field: 'shard', id: command.shard }];
    case 'node.recover':
      return [{ what: 'node', field: 'nodeId', id: command.nodeId }];
    case 'job.cancel':
      return [{ what: 'job', field: 'jobId', id: command.jobId }];
    case 'job.reroute':
      return [
        { what: 'job', field: 'jobId', id: command.jobId },
        { what: 'shard', field: 'targetShard', id: command.targetShard },
      ];
    case 'fault.inject':
      return [{ what: 'node', field: 'fault.node', id: command.fault.node }];
    default:
      return [];
  }
}
