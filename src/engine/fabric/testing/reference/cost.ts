import type { Plan } from '../../../../plan';
import type { Node } from './world';

const MS_PER_HOUR = 3_600_000n;

/**
 * What a node charges, in the smallest unit of its currency, for `occupiedTicks` ticks on one slot.
 * `completed` says whether the job is done: a price per job is owed only then.
 */
export function costOf(plan: Plan, node: Node, occupiedTicks: number, completed: boolean): number {
  const { pricing } = node.plan;
  if (!pricing) return 0;
  const amount = smallestUnits(pricing.amount, plan.fabric.currencies[pricing.currency]?.decimals ?? 0);
  const ticks = BigInt(occupiedTicks);
  switch (pricing.unit) {
    case 'job':
      return completed ? Number(amount) : 0;
    case 'tick':
      return Number(amount * ticks);
    case 'hour': {
      const milliUnits = amount * ticks * BigInt(plan.fabric.tickMs);
      return Number((2n * milliUnits + MS_PER_HOUR) / (2n * MS_PER_HOUR));
    }
  }
}

/** "1.25" with 3 decimals is 1250n. */
function smallestUnits(amount: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  if (/[1-9]/.test(fraction.slice(decimals))) throw new Error(`${amount} is finer than ${decimals} decimals`);
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
}
