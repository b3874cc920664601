import { amountInSmallestUnit } from '../../plan';
import { assert } from '../kernel/assert';

/** A plan's amount in smallest units of a currency; preflight has seen that it fits. */
export function toSmallest(amount: string, decimals: number): number {
  const smallest = amountInSmallestUnit(amount, decimals);
  assert(
    smallest !== null && smallest <= BigInt(Number.MAX_SAFE_INTEGER),
    `${amount} fits its currency (preflight)`,
  );
  return Number(smallest);
}

/** What a node charges; amount in smallest units of currency number `currency`. */
export interface Price {
  amount: number;
  currency: number;
  unit: 'job' | 'tick' | 'hour';
}

const MS_PER_HOUR = 3_600_000;

/**
 * Cost in smallest units of `occupiedTicks` on one slot. Unit `hour` rounds half up, once a charge.
 * @param completed whether the job ended here; the unit `job` is charged only then.
 */
export function costOf(
  price: Price | null,
  occupiedTicks: number,
  tickMs: number,
  completed: boolean,
): number {
  if (price === null) return 0;
  if (price.unit === 'job') return completed ? price.amount : 0;
  const perTick = price.unit === 'tick';
  const product = price.amount * occupiedTicks * (perTick ? 1 : tickMs);
  if (product <= Number.MAX_SAFE_INTEGER / 2) {
    return perTick ? product : Math.floor((product + MS_PER_HOUR / 2) / MS_PER_HOUR);
  }
  const exact = BigInt(price.amount) * BigInt(occupiedTicks) * BigInt(perTick ? 1 : tickMs);
  const cost = Number(perTick ? exact : (exact + BigInt(MS_PER_HOUR / 2)) / BigInt(MS_PER_HOUR));
  assert(Number.isSafeInteger(cost), 'a charge is a safe integer (preflight bounds the sum of costs)');
  return cost;
}
