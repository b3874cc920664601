import type { RunSource } from './source';
import type { LedgerView } from './types';

/** The books in sums over accounts: jobs and value by state, money by currency and node, the laws. */
export function ledgerOf({ tables, invariants }: RunSource): LedgerView {
  const { accounts, fleet } = tables;
  const { ledger } = accounts;
  const total = (id: string, label: string, list: readonly number[]): LedgerView['totals'][number] => ({
    id,
    label,
    jobs: list.reduce((sum, account) => sum + ledger.units(account), 0),
    value: list.reduce((sum, account) => sum + ledger.value(account), 0),
  });
  const submitted = {
    id: 'submitted',
    label: 'Submitted',
    jobs: accounts.scheduled.reduce((sum, account) => sum + ledger.unitsPaid(account), 0),
    value: accounts.scheduled.reduce((sum, account) => sum + ledger.valuePaid(account), 0),
  };
  const transits = accounts.pairs().map((pair) => accounts.transit(pair));
  return {
    totals: [
      total('scheduled', 'Not yet submitted', accounts.scheduled),
      submitted,
      total('queued', 'Queued', accounts.queued),
      total('transit', 'On the way', transits),
      total('running', 'Running', accounts.running),
      total('completed', 'Completed', accounts.completed),
      total('failed', 'Failed', accounts.failed),
      total('cancelled', 'Cancelled', accounts.cancelled),
    ],
    costs: fleet.currencies.map(({ id, decimals }, c) => ({
      currency: id,
      decimals,
      totalSmallest: ledger.valuePaid(accounts.payer[c]),
      byNode: fleet.nodes
        .map((node, n) => ({ node, smallest: ledger.valueReceived(accounts.nodeIncome[n]) }))
        .filter(({ node }) => node.price?.currency === c)
        .map(({ node, smallest }) => ({ node: node.id, smallest })),
    })),
    invariants: invariants.map((law) => ({ ...law })),
  };
}
