import { percent, whole } from '../format';
import type { Statement, StatementRow } from './statement';

/** Submitted, where it is now, and a line under it that must say the same. */
export function StatementTable({ statement }: { statement: Statement }) {
  const { submitted, parts, sum, addsUp, scheduled } = statement;
  return (
    <div className="ledger-scroll">
      <table className="statement">
        <thead>
          <tr>
            <th scope="col">Work</th>
            <th scope="col" className="num">
              Jobs
            </th>
            <th scope="col" className="num">
              Value
            </th>
            <th scope="col" className="num">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {submitted !== null && <Line row={submitted} of={submitted.jobs} className="head" />}
          {parts.map((row) => (
            <Line key={row.id} row={row} of={sum.jobs} className="part" />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>
              Added up{' '}
              {addsUp !== null && (
                <span className={addsUp ? 'adds-up' : 'adds-up not'}>
                  {addsUp ? 'equal to what was submitted' : 'not what was submitted'}
                </span>
              )}
            </td>
            <td className="num">{whole(sum.jobs)}</td>
            <td className="num">{whole(sum.value)}</td>
            <td className="num">{sum.jobs > 0 ? '100 %' : ''}</td>
          </tr>
        </tfoot>
      </table>
      {scheduled !== null && scheduled.jobs > 0 && (
        <p className="hint">
          {whole(scheduled.jobs)} more jobs of value {whole(scheduled.value)} are planned and not submitted
          yet.
        </p>
      )}
    </div>
  );
}

function Line({ row, of, className }: { row: StatementRow; of: number; className: string }) {
  return (
    <tr className={className}>
      <td>{row.label}</td>
      <td className="num">{whole(row.jobs)}</td>
      <td className="num">{whole(row.value)}</td>
      <td className="num">{of > 0 ? percent(row.jobs / of) : ''}</td>
    </tr>
  );
}
