import { Ledger } from '../kernel/ledger';
import type { Fleet } from './fleet';

/**
 * The fabric's chart of accounts. Work: a unit is one job, its value rides along. A job of a shard moves
 * scheduled -> queued -> running(node) -> completed(node), or to failed, cancelled, or transit(from, to).
 * Cost: payer(currency) -> node, in smallest units as value, one unit a charge.
 */
export class FabricAccounts {
  readonly ledger = new Ledger();
  readonly scheduled: number[] = [];
  readonly queued: number[] = [];
  readonly failed: number[] = [];
  readonly cancelled: number[] = [];
  readonly running: number[] = [];
  readonly completed: number[] = [];
  readonly payer: number[] = [];
  readonly nodeIncome: number[] = [];
  /** Opened at the first departure; key = pair. */
  private readonly transits = new Map<number, number>();

  constructor(private readonly fleet: Fleet) {
    for (const shard of fleet.shards) {
      this.scheduled.push(this.ledger.open(`${shard.id}/scheduled`));
      this.queued.push(this.ledger.open(`${shard.id}/queued`));
      this.failed.push(this.ledger.open(`${shard.id}/failed`));
      this.cancelled.push(this.ledger.open(`${shard.id}/cancelled`));
    }
    for (const currency of fleet.currencies) this.payer.push(this.ledger.open(`payer/${currency.id}`));
    for (const node of fleet.nodes) {
      const place = `${fleet.shards[node.region].id}/${node.id}`;
      this.running.push(this.ledger.open(`${place}/running`));
      this.completed.push(this.ledger.open(`${place}/completed`));
      this.nodeIncome.push(this.ledger.open(`${place}/income`));
    }
  }

  /** Account of the jobs on their way between the shards of `pair`. */
  transit(pair: number): number {
    let account = this.transits.get(pair);
    if (account === undefined) {
      const { shards } = this.fleet;
      account = this.ledger.open(`transit/${shards[pair >>> 8].id}/${shards[pair & 255].id}`);
      this.transits.set(pair, account);
    }
    return account;
  }

  /** Pairs that ever exchanged work, in order of first departure. */
  pairs(): number[] {
    return [...this.transits.keys()];
  }

  /** Opens the transit accounts of a snapshot in their old order. */
  reopen(pairs: readonly number[]): void {
    for (const pair of pairs) this.transit(pair);
  }
}
