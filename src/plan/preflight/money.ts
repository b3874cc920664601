import { LIMITS } from '../limits';
import { amountInSmallestUnit } from '../money';
import type { ProblemList } from '../problem-list';
import type { NodePlan, Plan, WorkloadEntry } from '../schema';
import { listed, quoted, thousands } from '../words';
import { chooseWords } from './references';

const HOUR_MS = 3_600_000n;

/** Prices must be exact in a known currency, comparable where they are compared, and sum up safely. */
export function checkMoney(plan: Plan, problems: ProblemList): void {
  const { nodes, shards } = plan.fabric;
  for (const [i, node] of nodes.entries()) checkPrice(plan, node, `fabric.nodes[${i}].pricing`, problems);
  shards.forEach((shard, i) => {
    if (shard.router.placement !== 'cheapest') return;
    const currencies = new Set<string>();
    for (const node of nodes)
      if (node.region === shard.id && node.pricing !== undefined) currencies.add(node.pricing.currency);
    if (currencies.size > 1)
      problems.error(
        `fabric.shards[${i}].router.placement`,
        `${shard.displayName} is to choose the cheapest node, but its nodes are priced in ${listed([...currencies].map(quoted))}`,
        'Price its nodes in one currency, or choose another placement.',
      );
  });
  checkCostSum(plan, problems);
}

function checkPrice(plan: Plan, node: NodePlan, place: string, problems: ProblemList): void {
  if (node.pricing === undefined) return;
  const { amount, currency } = node.pricing;
  const decimals = decimalsOf(plan, currency);
  if (decimals === null)
    problems.error(
      `${place}.currency`,
      `Node ${quoted(node.id)} is priced in ${quoted(currency)}, which is not among the mission's currencies`,
      chooseWords(currency, Object.keys(plan.fabric.currencies)),
    );
  else if (amountInSmallestUnit(amount, decimals) === null)
    problems.error(
      `${place}.amount`,
      `The price ${quoted(amount)} of node ${quoted(node.id)} has more than the ${decimals} decimals of ${quoted(currency)}`,
      'Round the price, or give the currency more decimals.',
    );
}

function decimalsOf(plan: Plan, currency: string): number | null {
  const { currencies } = plan.fabric;
  return Object.hasOwn(currencies, currency) ? currencies[currency].decimals : null;
}

/** Every job at its longest, on the dearest node of the currency, lost as often as the plan allows. */
function checkCostSum(plan: Plan, problems: ProblemList): void {
  const { tickMs, maxAttempts, workload } = plan.fabric;
  let jobs = BigInt(workload.jobs.length);
  let jobTicks = 0n;
  for (const entry of workload.entries) {
    jobs += BigInt(entry.count);
    jobTicks += BigInt(entry.count) * BigInt(longestTicks(entry));
  }
  for (const job of workload.jobs) jobTicks += BigInt(job.estimatedDurationTicks);
  const starts = jobs * BigInt(maxAttempts);
  const occupied = jobTicks * BigInt(maxAttempts);

  const worst = new Map<string, bigint>();
  for (const { pricing } of plan.fabric.nodes) {
    if (pricing === undefined) continue;
    const amount = amountInSmallestUnit(pricing.amount, decimalsOf(plan, pricing.currency) ?? 0);
    if (amount === null) continue;
    let cost = amount * jobs;
    if (pricing.unit === 'tick') cost = amount * occupied;
    // Each charge is rounded, by at most one.
    if (pricing.unit === 'hour') cost = (amount * occupied * BigInt(tickMs)) / HOUR_MS + starts;
    if (cost > (worst.get(pricing.currency) ?? 0n)) worst.set(pricing.currency, cost);
  }
  for (const [currency, cost] of worst)
    if (cost > BigInt(LIMITS.sum))
      problems.error(
        'fabric.nodes',
        `At worst the jobs cost ${thousands(cost)} of the smallest unit of ${quoted(currency)}, more than the limit of ${thousands(LIMITS.sum)}`,
        'Give the currency fewer decimals, or lower prices, counts or durations.',
      );
}

function longestTicks(entry: WorkloadEntry): number {
  const { duration } = entry;
  if (duration.kind === 'fixed') return duration.ticks;
  if (duration.kind === 'uniform') return duration.maxTicks;
  return duration.rows.reduce((longest, row) => Math.max(longest, row.ticks), 1);
}
