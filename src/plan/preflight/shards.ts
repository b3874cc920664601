import type { ProblemList } from '../problem-list';
import type { Plan } from '../schema';
import { quoted, thousands } from '../words';

/** Queues and thresholds that contradict each other. */
export function checkShards(plan: Plan, problems: ProblemList): void {
  const withNodes = new Set(plan.fabric.nodes.map((node) => node.region));
  plan.fabric.shards.forEach((shard, i) => {
    const place = `fabric.shards[${i}]`;
    const { displayName, maxQueue } = shard;
    const { queueAlertThreshold, spilloverPolicies } = shard.router;
    if (maxQueue === 0 && withNodes.has(shard.id))
      problems.warning(
        `${place}.maxQueue`,
        `${displayName} has nodes but no queue: a job that cannot start in the tick it arrives is spilled or fails, and no other shard can spill work here`,
        'Give it a queue of at least 1.',
      );
    if (queueAlertThreshold !== undefined && queueAlertThreshold >= maxQueue)
      problems.warning(
        `${place}.router.queueAlertThreshold`,
        `${displayName} alerts above ${thousands(queueAlertThreshold)} queued jobs, but its queue holds only ${thousands(maxQueue)}, so the alert never comes`,
        `Set it below ${thousands(maxQueue)}.`,
      );
    spilloverPolicies.forEach((policy, k) => {
      if (policy.threshold > maxQueue)
        problems.warning(
          `${place}.router.spilloverPolicies[${k}].threshold`,
          `${displayName} spills to ${quoted(policy.target)} above ${thousands(policy.threshold)} queued jobs, but its queue holds only ${thousands(maxQueue)}`,
          `Set it to ${thousands(maxQueue)} or below.`,
        );
    });
  });
}
