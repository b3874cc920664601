import type { EntityRef, Frame, RunDescription } from '../../report';
import { busyShare, flowsNow, nodeNow, shardColour, shardNow } from '../answer';
import { percent, whole } from '../format';
import { LinkButton } from '../parts';

/** The same facts as the picture, for those who read better in rows. */
export function OrreryTable(p: { description: RunDescription; frame: Frame; onOpen(ref: EntityRef): void }) {
  const flows = flowsNow(p.frame);
  return (
    <div className="orrery-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Shard</th>
            <th scope="col" className="num">
              Budget
            </th>
            <th scope="col" className="num">
              Waiting
            </th>
            <th scope="col" className="num">
              Limit
            </th>
            <th scope="col" className="num">
              Busy
            </th>
            <th scope="col" className="num">
              Nodes online
            </th>
            <th scope="col" className="num">
              Sent on
            </th>
            <th scope="col" className="num">
              Completed
            </th>
          </tr>
        </thead>
        <tbody>
          {p.description.shards.map((shard, i) => {
            const now = shardNow(p.frame, i);
            const mine = p.description.nodes.map((n, k) => ({ n, k })).filter(({ n }) => n.shard === i);
            const online = mine.filter(({ k }) => nodeNow(p.frame, k).status === 0).length;
            const sent = flows.filter((f) => f.from === i).reduce((sum, f) => sum + f.jobs, 0);
            return (
              <tr key={shard.id}>
                <td>
                  <span className="dot" style={{ background: shardColour(i) }} />{' '}
                  <LinkButton onClick={() => p.onOpen({ kind: 'shard', id: shard.id })}>
                    {shard.displayName}
                  </LinkButton>
                </td>
                <td className="num">{whole(shard.latencyBudgetMs)} ms</td>
                <td className={now.alert > 0 ? 'num hot' : 'num'}>{whole(now.queued)}</td>
                <td className="num">{whole(now.maxQueue)}</td>
                <td className="num">{percent(busyShare(now))}</td>
                <td className="num">
                  {online} of {mine.length}
                </td>
                <td className="num">{whole(sent)}</td>
                <td className="num">{whole(now.completed)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
