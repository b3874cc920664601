import type { ProblemList } from '../problem-list';
import type { NodePlan, Plan, ShardPlan } from '../schema';
import { offersSkills, serves } from '../serving';
import { counted, listed, quoted } from '../words';
import { type JobGroup, jobGroups } from './job-groups';
import { linkLatency } from './spillover';

/** Jobs that no node at home can run: a warning either way, since an owner may want to see what becomes of them. */
export function checkServing(plan: Plan, problems: ProblemList): void {
  const shards = new Map(plan.fabric.shards.map((shard) => [shard.id, shard]));
  const nodesOf = new Map<string, NodePlan[]>(plan.fabric.shards.map((shard) => [shard.id, []]));
  for (const node of plan.fabric.nodes) nodesOf.get(node.region)?.push(node);
  const latency = linkLatency(plan);
  const asked = new Map<string, { group: JobGroup; count: number; reason: string; helpers: string[] }>();

  for (const group of jobGroups(plan)) {
    const home = shards.get(group.shard);
    if (home === undefined) continue;
    const nodes = nodesOf.get(home.id) ?? [];
    if (nodes.some((node) => serves(node, group))) continue;
    // A job goes only to a shard that serves it, so help is one hop away or nowhere.
    const helpers = targetsOf(home).filter((target) => {
      const ms = latency(home.id, target);
      return (
        plan.fabric.hopLimit > 0 &&
        target !== home.id &&
        ms !== undefined &&
        ms <= home.latencyBudgetMs &&
        (shards.get(target)?.maxQueue ?? 0) > 0 &&
        (nodesOf.get(target) ?? []).some((node) => serves(node, group))
      );
    });
    const reason = lackWords(home, nodes, group);
    const key = JSON.stringify([home.id, reason, helpers]);
    const known = asked.get(key);
    if (known === undefined) asked.set(key, { group, count: group.count, reason, helpers });
    else known.count += group.count;
  }

  for (const { group, count, reason, helpers } of asked.values()) {
    const asks = `${reason}; ${counted(count, 'job')} ${count === 1 ? 'asks' : 'ask'} for it`;
    const offer = `Give a node of ${quoted(group.shard)} what is missing`;
    if (helpers.length === 0)
      problems.warning(
        group.place,
        `${asks}, and no shard they may spill to can serve them: they will fail as no-eligible-node`,
        `${offer}, or link a shard that has it as a spillover target within the latency budget.`,
      );
    else
      problems.warning(
        group.place,
        `${asks}, so all of them must spill to ${listed(helpers.map((id) => shards.get(id)?.displayName ?? id))}`,
        `${offer}, if that is not meant.`,
      );
  }
}

function targetsOf(shard: ShardPlan): string[] {
  return [
    ...new Set([...shard.spilloverTargets, ...shard.router.spilloverPolicies.map((policy) => policy.target)]),
  ];
}

/** What is missing at home, by the simplest name it has. */
function lackWords(home: ShardPlan, nodes: readonly NodePlan[], group: JobGroup): string {
  const { requiredSkills, requiredCompliance } = group;
  if (nodes.length === 0) return `${home.displayName} has no node`;
  const missing = requiredSkills.filter((skill) => !nodes.some((node) => offersSkills(node, [skill])));
  if (missing.length > 0) return `No node on ${home.displayName} offers ${listed(missing.map(quoted))}`;
  const skilled = nodes.filter((node) => offersSkills(node, requiredSkills));
  if (skilled.length === 0)
    return `No single node on ${home.displayName} offers ${listed(requiredSkills.map(quoted))} together`;
  const skills = requiredSkills.length === 0 ? '' : ` that offers ${listed(requiredSkills.map(quoted))}`;
  return `No node on ${home.displayName}${skills} holds ${listed(requiredCompliance.map(quoted))}`;
}
