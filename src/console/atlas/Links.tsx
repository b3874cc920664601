import type { EntityRef, RunDescription, Topology } from '../../report';
import { shardColour } from '../answer';
import { counted, whole } from '../format';
import { LinkButton, SectionTitle } from '../parts';

const SHOWN = 500;

interface LinksProps {
  topology: Topology;
  description: RunDescription;
  onOpen(ref: EntityRef): void;
}

/** Every link and what spills over it: the diagram as a table. */
export function Links({ topology, description, onOpen }: LinksProps) {
  const { links, targets } = topology;
  const place = (from: number, to: number): string => {
    const at = targets.filter((t) => t.from === from).findIndex((t) => t.to === to);
    return at < 0 ? '' : at === 0 ? 'first choice' : `choice ${at + 1}`;
  };
  const spills = (from: number, to: number, oneWay: boolean) => {
    const there = place(from, to);
    const back = oneWay ? '' : place(to, from);
    const name = (i: number) => description.shards[i]?.displayName ?? `shard ${i}`;
    return [
      there && `${name(from)} to ${name(to)}, ${there}`,
      back && `${name(to)} to ${name(from)}, ${back}`,
    ]
      .filter((s) => s !== '')
      .join('; ');
  };
  return (
    <section className="atlas-links" aria-label="Links">
      <SectionTitle note={`${counted(links.length, 'link')} between shards, and who spills over them`}>
        Links
      </SectionTitle>
      {links.length === 0 && <p className="hint">No shard is linked to another: no work can move.</p>}
      {links.length > 0 && (
        <div className="atlas-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Between</th>
                <th scope="col" className="num">
                  Latency
                </th>
                <th scope="col">Spillover</th>
              </tr>
            </thead>
            <tbody>
              {links.slice(0, SHOWN).map((l) => (
                <tr key={`${l.from}-${l.to}-${l.oneWay}`}>
                  <td>
                    <Shard description={description} shard={l.from} onOpen={onOpen} />
                    <span className="atlas-way" role="img" aria-label={l.oneWay ? 'to' : 'and'}>
                      {l.oneWay ? '→' : '↔'}
                    </span>
                    <Shard description={description} shard={l.to} onOpen={onOpen} />
                  </td>
                  <td className="num">{whole(l.latencyMs)} ms</td>
                  <td className="atlas-spills">{spills(l.from, l.to, l.oneWay) || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {links.length > SHOWN && (
        <p className="hint">and {counted(links.length - SHOWN, 'more link', 'more links')}, in plan.json.</p>
      )}
    </section>
  );
}

function Shard({
  description,
  shard,
  onOpen,
}: {
  description: RunDescription;
  shard: number;
  onOpen(ref: EntityRef): void;
}) {
  const about = description.shards[shard];
  if (about === undefined) return <>shard {shard}</>;
  return (
    <LinkButton onClick={() => onOpen({ kind: 'shard', id: about.id })}>
      <i className="dot" style={{ background: shardColour(shard) }} />
      {about.displayName}
    </LinkButton>
  );
}
