import type { ProblemList } from '../problem-list';
import type { Plan } from '../schema';
import { closest, listed, quoted } from '../words';

/** Names of shards and nodes must be names of something. */
export function checkReferences(plan: Plan, problems: ProblemList): void {
  const { shards, nodes, links, workload, faults } = plan.fabric;
  const toShard = finder('shard', shards, problems);
  const toNode = finder('node', nodes, problems);
  shards.forEach((shard, i) => {
    for (const [k, target] of shard.spilloverTargets.entries())
      toShard(target, `fabric.shards[${i}].spilloverTargets[${k}]`);
    for (const [k, policy] of shard.router.spilloverPolicies.entries())
      toShard(policy.target, `fabric.shards[${i}].router.spilloverPolicies[${k}].target`);
  });
  for (const [i, node] of nodes.entries()) toShard(node.region, `fabric.nodes[${i}].region`);
  links.forEach((link, i) => {
    toShard(link.from, `fabric.links[${i}].from`);
    toShard(link.to, `fabric.links[${i}].to`);
  });
  for (const [i, entry] of workload.entries.entries())
    toShard(entry.shard, `fabric.workload.entries[${i}].shard`);
  for (const [i, job] of workload.jobs.entries()) toShard(job.shard, `fabric.workload.jobs[${i}].shard`);
  for (const [i, fault] of faults.entries()) toNode(fault.node, `fabric.faults[${i}].node`);
}

function finder(
  what: string,
  things: readonly { id: string }[],
  problems: ProblemList,
): (id: string, place: string) => void {
  const ids = new Set(things.map((thing) => thing.id));
  return (id, place) => {
    if (!ids.has(id))
      problems.error(place, `There is no ${what} ${quoted(id)} in this mission`, chooseWords(id, [...ids]));
  };
}

/** `Did you mean ...?`, or the ids to choose from. */
export function chooseWords(id: string, ids: readonly string[]): string {
  const meant = closest(id, ids);
  if (meant !== null) return `Did you mean ${quoted(meant)}?`;
  return ids.length === 0 ? 'There is none to choose from.' : `Choose one of ${listed(ids.map(quoted))}.`;
}
