import type { ProblemList } from '../problem-list';
import type { Plan, ShardPlan } from '../schema';
import { quoted, thousands } from '../words';

/** Latency in ms of the link from one shard to another; undefined where none leads there. */
export type LinkLatency = (from: string, to: string) => number | undefined;

/** Looks up links in both directions, one-way links in their own only. */
export function linkLatency(plan: Plan): LinkLatency {
  const known = new Map<string, number>();
  for (const link of plan.fabric.links) {
    known.set(directed(link.from, link.to), link.latencyMs);
    if (!link.oneWay) known.set(directed(link.to, link.from), link.latencyMs);
  }
  return (from, to) => known.get(directed(from, to));
}

/** Links that say nothing or contradict each other, and targets that no job can reach. */
export function checkSpillover(plan: Plan, problems: ProblemList): void {
  checkLinks(plan, problems);
  const latency = linkLatency(plan);
  const ids = new Set(plan.fabric.shards.map((shard) => shard.id));
  plan.fabric.shards.forEach((shard, i) => {
    const seen = new Set<string>();
    shard.spilloverTargets.forEach((target, k) => {
      const place = `fabric.shards[${i}].spilloverTargets[${k}]`;
      if (seen.has(target))
        problems.warning(
          place,
          `${shard.displayName} names the spillover target ${quoted(target)} twice`,
          'Keep one of the two.',
        );
      else if (ids.has(target)) checkTarget(shard, target, place, latency, problems);
      seen.add(target);
    });
    shard.router.spilloverPolicies.forEach((policy, k) => {
      const place = `fabric.shards[${i}].router.spilloverPolicies[${k}].target`;
      // A target of the list above has already been judged.
      if (ids.has(policy.target) && !seen.has(policy.target))
        checkTarget(shard, policy.target, place, latency, problems);
    });
  });
}

function checkTarget(
  shard: ShardPlan,
  target: string,
  place: string,
  latency: LinkLatency,
  problems: ProblemList,
): void {
  if (target === shard.id) {
    problems.error(place, `${shard.displayName} names itself as a spillover target`, 'Remove it.');
    return;
  }
  const ms = latency(shard.id, target);
  if (ms === undefined)
    problems.warning(
      place,
      `No link leads from ${shard.displayName} to ${quoted(target)}, so nothing will ever spill there`,
      `Add a link from ${quoted(shard.id)} to ${quoted(target)}, or remove the target.`,
    );
  else if (ms > shard.latencyBudgetMs)
    problems.warning(
      place,
      `The link from ${shard.displayName} to ${quoted(target)} takes ${thousands(ms)} ms, more than the latency budget of ${thousands(shard.latencyBudgetMs)} ms, so none of its own jobs will ever spill there`,
      'Raise the budget, choose a nearer target, or remove it.',
    );
}

function checkLinks(plan: Plan, problems: ProblemList): void {
  const first = new Map<string, number>();
  plan.fabric.links.forEach((link, i) => {
    const place = `fabric.links[${i}]`;
    if (link.from === link.to) {
      problems.error(
        place,
        `This link leads from ${quoted(link.from)} to itself`,
        'Remove it, or name another end.',
      );
      return;
    }
    const ways = [directed(link.from, link.to)];
    if (!link.oneWay) ways.push(directed(link.to, link.from));
    const known = ways.map((way) => first.get(way)).find((index) => index !== undefined);
    if (known !== undefined)
      problems.error(
        place,
        `The shards ${quoted(link.from)} and ${quoted(link.to)} are already linked by fabric.links[${known}]`,
        'Keep one of the two; a link leads both ways unless it is `oneWay`.',
      );
    for (const way of ways) if (!first.has(way)) first.set(way, i);
  });
}

/** Ids hold no control characters, so a newline parts them safely. */
function directed(from: string, to: string): string {
  return `${from}\n${to}`;
}
