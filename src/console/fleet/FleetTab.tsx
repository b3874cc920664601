import { useCallback, useMemo } from 'react';
import { beatOf, nodeNow, shardNow, type TabProps, useSlowFrame } from '../answer';
import { counted } from '../format';
import { SectionTitle } from '../parts';
import { DataTable } from '../table';
import './fleet.css';
import { ShardCard } from './ShardCard';

/** Facts of the market that are looked up rather than compared. */
const SELDOM = ['started', 'value', 'currency', 'orchestration', 'storage', 'endpoint', 'tags', 'heartbeat'];

/** The shards as cards, and the market of nodes behind them. */
export function FleetTab(props: TabProps) {
  const { description, onOpen } = props;
  const { shards, nodes } = description;
  const slow = useSlowFrame(props.frame);
  const open = useCallback(
    (i: number) => onOpen({ kind: 'shard', id: shards[i]?.id ?? '' }),
    [onOpen, shards],
  );
  const members = useMemo(() => {
    const lists: number[][] = shards.map(() => []);
    nodes.forEach((n, k) => {
      lists[n.shard]?.push(k);
    });
    return lists;
  }, [shards, nodes]);
  return (
    <div className="fleet">
      <section aria-label="Shards">
        <SectionTitle note={`${counted(shards.length, 'shard')} in the order of the plan`}>
          Shards
        </SectionTitle>
        <ul className="shard-cards">
          {slow !== null &&
            shards.map((about, i) => {
              const now = shardNow(slow, i);
              const mine = (members[i] ?? []).map((k) => nodeNow(slow, k));
              return (
                <ShardCard
                  key={about.id}
                  shard={i}
                  name={about.displayName}
                  latencyBudgetMs={about.latencyBudgetMs}
                  queued={now.queued}
                  inbound={now.inbound}
                  maxQueue={now.maxQueue}
                  used={now.usedSlots}
                  slots={now.activeSlots}
                  completed={now.completed}
                  failed={now.failed}
                  nodes={mine.map((n) => (n.status === 1 ? 'x' : n.used > 0 ? 'b' : 'o')).join('')}
                  pause={now.pause}
                  alert={now.alert > 0}
                  onOpen={open}
                />
              );
            })}
        </ul>
      </section>
      <section aria-label="Node market">
        <SectionTitle note="what each node offers, costs and has done">Node market</SectionTitle>
        <DataTable {...props} table="nodes" noun="node" beat={beatOf(slow)} fit={14} hide={SELDOM} />
      </section>
    </div>
  );
}
