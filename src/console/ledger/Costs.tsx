import type { EntityRef, LedgerView } from '../../report';
import { exactMoney, money } from '../format';
import { LinkButton } from '../parts';

const SHOWN = 12;

/** What was spent, by node, dearest first; the total is added up from the nodes shown and not shown. */
export function Costs({ costs, onOpen }: { costs: LedgerView['costs']; onOpen(ref: EntityRef): void }) {
  if (costs.length === 0) return <p className="hint">No node has a price.</p>;
  return costs.map(({ currency, decimals, totalSmallest, byNode }) => {
    const rows = byNode.filter((n) => n.smallest !== 0).sort((a, b) => b.smallest - a.smallest);
    const most = Math.max(1, rows[0]?.smallest ?? 1);
    return (
      <div key={currency} className="costs">
        <p className="costs-total">
          <strong title={`${exactMoney(totalSmallest, decimals)} ${currency}`}>
            {money(totalSmallest, decimals)}
          </strong>{' '}
          {currency} spent on nodes
        </p>
        <ul>
          {rows.slice(0, SHOWN).map((n) => (
            <li key={n.node} title={`${exactMoney(n.smallest, decimals)} ${currency}`}>
              <LinkButton onClick={() => onOpen({ kind: 'node', id: n.node })}>{n.node}</LinkButton>
              <span className="costs-bar">
                <i style={{ width: `${(n.smallest / most) * 100}%` }} />
              </span>
              <b>{exactMoney(n.smallest, decimals)}</b>
            </li>
          ))}
        </ul>
        {rows.length > SHOWN && (
          <p className="hint">and {rows.length - SHOWN} more nodes, in the fleet's table.</p>
        )}
        {rows.length === 0 && <p className="hint">Nothing has been paid yet.</p>}
      </div>
    );
  });
}
