import { COUNT_FIELDS, type Frame, type InvariantResult, type LedgerView } from '../../report';
import { type MockHistory, stateAt } from './history';
import { NODES } from './mission';

const LABELS: Record<string, string> = {
  submitted: 'Submitted',
  queued: 'Waiting in a queue',
  transit: 'On the way',
  running: 'Running',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** The mock's books after `tick`. */
export function ledgerAt(history: MockHistory, tick: number): LedgerView {
  const value: Record<string, number> = {};
  const jobs: Record<string, number> = {};
  const byNode = NODES.map(() => 0);
  for (const job of history.jobs) {
    const state = stateAt(job, tick);
    value[state] = (value[state] ?? 0) + job.value;
    jobs[state] = (jobs[state] ?? 0) + 1;
    if (state === 'completed') byNode[job.node] += NODES[job.node].price;
  }
  const states = COUNT_FIELDS.filter((s) => s !== 'scheduled');
  const sum = (of: Record<string, number>) => states.reduce((total, s) => total + (of[s] ?? 0), 0);
  const row = (id: string, n: number, v: number) => ({ id, label: LABELS[id], jobs: n, value: v });
  return {
    totals: [
      row('submitted', sum(jobs), sum(value)),
      ...states.map((s) => row(s, jobs[s] ?? 0, value[s] ?? 0)),
    ],
    costs: [
      {
        currency: 'USDC',
        decimals: 6,
        totalSmallest: byNode.reduce((a, b) => a + b, 0),
        byNode: NODES.map((n, i) => ({ node: n.id, smallest: byNode[i] })),
      },
    ],
    invariants: invariants(history.frames[tick]),
  };
}

export function invariants(frame: Pick<Frame, 'counts'>): InvariantResult[] {
  const submitted = frame.counts.slice(1).reduce((a, b) => a + b, 0);
  const check = (id: string, sentence: string, left: number): InvariantResult => ({
    id,
    sentence,
    holds: true,
    left,
    right: left,
    tick: null,
  });
  return [
    check('jobs.conserved', 'Every submitted job is in exactly one state.', submitted),
    check('value.conserved', 'The value of all states adds up to what was submitted.', submitted * 17_000),
    check('slots.respected', 'No node runs more jobs than it has slots.', 0),
    check('flows.match', 'What left a shard arrived, or is on its way.', 12),
    check('node.match', 'The sums of nodes and of shards are equal.', frame.counts[4]),
    check('eligibility.respected', 'No job ran on a node that lacks its skills.', 0),
    check('paused.quiet', 'A paused shard started nothing.', 0),
    check('cost.conserved', 'What was paid equals what nodes received.', frame.counts[4] * 420),
  ];
}
