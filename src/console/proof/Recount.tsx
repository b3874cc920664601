import type { Proof } from '../../report';
import { counted, whole } from '../format';

/** What was claimed beside what we counted again from the events. */
export function Recount({ recount, segments }: Pick<Proof, 'recount' | 'segments'>) {
  return (
    <>
      <h3>{recount.length > 0 ? 'Counted again' : 'The event log'}</h3>
      <p className="hint">
        {recount.length > 0 && 'From the event log alone, beside what the summary claims. '}
        {segments.count > 0 && `The log has ${counted(segments.count, 'sealed segment')}.`}
      </p>
      {recount.length > 0 && (
        <div className="proof-scroll">
          <table>
            <thead>
              <tr>
                <th>What</th>
                <th className="num">Claimed</th>
                <th className="num">Counted</th>
                <th>
                  <span className="visually-hidden">Agrees</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {recount.map((row) => (
                <tr key={row.label} className={`tone-${row.agrees === false ? 'bad' : 'good'}`}>
                  <td>
                    {row.label}{' '}
                    {!row.label.toLowerCase().includes(row.unit) && <span className="hint">{row.unit}</span>}
                  </td>
                  <td className="num">{row.claimed === null ? '–' : whole(row.claimed)}</td>
                  <td className="num">{whole(row.recounted)}</td>
                  <td className="proof-agrees">
                    <span aria-hidden="true">{row.agrees === null ? '' : row.agrees ? '✓' : '≠'}</span>
                    <span className="visually-hidden">
                      {row.agrees === null ? 'nothing claimed' : row.agrees ? 'agrees' : 'differs'}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {segments.lastDigest !== null && (
        <div className="proof-digest">
          <span className="hint">Digest of the last segment</span>
          <code>{segments.lastDigest}</code>
        </div>
      )}
    </>
  );
}
