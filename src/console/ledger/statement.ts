import type { LedgerView } from '../../report';

export interface StatementRow {
  id: string;
  label: string;
  jobs: number;
  value: number;
}
export interface Statement {
  /** What came in; null when the ledger does not say. */
  submitted: StatementRow | null;
  /** Where it is now: the exclusive states. */
  parts: StatementRow[];
  /** The parts added up here, not taken from the ledger. */
  sum: { jobs: number; value: number };
  /** Whether both sums equal what was submitted; null when that is not known. */
  addsUp: boolean | null;
  /** Known but not asked for yet. */
  scheduled: StatementRow | null;
}

/** The totals of a ledger as a statement: submitted above, the states below, and whether they add up. */
export function statementOf(totals: LedgerView['totals']): Statement {
  const submitted = totals.find((t) => t.id === 'submitted') ?? null;
  const scheduled = totals.find((t) => t.id === 'scheduled') ?? null;
  const parts = totals.filter((t) => t !== submitted && t !== scheduled);
  const sum = {
    jobs: parts.reduce((total, t) => total + t.jobs, 0),
    value: parts.reduce((total, t) => total + t.value, 0),
  };
  const addsUp = submitted === null ? null : submitted.jobs === sum.jobs && submitted.value === sum.value;
  return { submitted, parts, sum, addsUp, scheduled };
}
