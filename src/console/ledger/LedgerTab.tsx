import { useMemo } from 'react';
import { beatOf, type TabProps, useAnswer, useSlowFrame } from '../answer';
import { SectionTitle } from '../parts';
import { DataTable } from '../table';
import { Costs } from './Costs';
import { Invariants } from './Invariants';
import './ledger.css';
import { StatementTable } from './StatementTable';
import { statementOf } from './statement';

const SELDOM = ['cancelled', 'latency'];

/** The books: a statement that adds up, who sent what where, what it cost, and what must always hold. */
export function LedgerTab(props: TabProps) {
  const { view, onOpen } = props;
  const slow = useSlowFrame(props.frame);
  const beat = beatOf(slow);
  const { answer: ledger, problem } = useAnswer(() => view.ledger(), 'ledger', beat);
  const statement = useMemo(() => (ledger === null ? null : statementOf(ledger.totals)), [ledger]);
  return (
    <div className="ledger">
      {ledger === null && problem !== null && (
        <p className="data-problem">The ledger could not be read: {problem}</p>
      )}
      {ledger !== null && statement !== null && (
        <>
          <div className="ledger-column">
            <section>
              <SectionTitle>Statement</SectionTitle>
              <StatementTable statement={statement} />
            </section>
            <section>
              <SectionTitle note="work that left one shard for another">Flows</SectionTitle>
              <DataTable
                {...props}
                table="flows"
                noun="flow"
                beat={beat}
                fit={10}
                hide={SELDOM}
                empty="No job has left its shard."
              />
            </section>
          </div>
          <div className="ledger-column">
            <section>
              <SectionTitle>Cost</SectionTitle>
              <Costs costs={ledger.costs} onOpen={onOpen} />
            </section>
            <section>
              <SectionTitle>Invariants</SectionTitle>
              <Invariants invariants={ledger.invariants} />
            </section>
          </div>
        </>
      )}
    </div>
  );
}
