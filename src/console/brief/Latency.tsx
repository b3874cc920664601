import type { Overview, RunDescription } from '../../report';
import { shardColour } from '../answer';
import { percent, whole } from '../format';

/** How long jobs of each shard waited for their first start. */
export function Latency({
  latency,
  shards,
}: {
  latency: Overview['latency'];
  shards: RunDescription['shards'];
}) {
  const rows = latency.filter((l) => l.started > 0);
  if (rows.length === 0) return null;
  return (
    <section className="brief-latency">
      <h3>Ticks to the first start</h3>
      <p className="hint">
        Half of the jobs started within the first number, 95 in a hundred within the second.
      </p>
      <div className="brief-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Shard</th>
              <th scope="col" className="num">
                Half
              </th>
              <th scope="col" className="num">
                95 %
              </th>
              <th scope="col" className="num">
                99 %
              </th>
              <th scope="col" className="num">
                In time
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((l) => (
              <tr key={l.shard}>
                <td>
                  <span className="dot" style={{ background: shardColour(l.shard) }} />
                  {shards[l.shard]?.displayName}
                </td>
                <td className="num">{whole(l.waitP50)}</td>
                <td className="num">{whole(l.waitP95)}</td>
                <td className="num">{whole(l.waitP99)}</td>
                <td
                  className="num"
                  title={`${whole(l.started)} jobs started; the aim is ${shards[l.shard]?.startTargetTicks ?? 0} ticks`}
                >
                  {percent(l.startedInTimeShare)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
