import type { Entity } from '../../report';
import { missionTime } from '../format';

const MOST = 500;

const TONE: Record<string, string> = {
  'job.completed': 'good',
  'job.failed': 'bad',
  'job.lost': 'bad',
  'node.offline': 'bad',
  'node.online': 'good',
  'shard.alert': 'warn',
};

/** What happened to it, oldest first, by tick. */
export function History({ history, tickMs }: { history: Entity['history']; tickMs: number }) {
  return (
    <section className="entity-history">
      <h3>History</h3>
      <ol>
        {history.map((event, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the log never changes behind us
          <li key={i} className={TONE[event.type] === undefined ? undefined : `tone-${TONE[event.type]}`}>
            <span title={`${missionTime(event.tick, tickMs)} of mission time`}>tick {event.tick}</span>
            <p>{event.words}</p>
          </li>
        ))}
      </ol>
      {history.length >= MOST && <p className="hint">The first {MOST} events; all are under Events.</p>}
    </section>
  );
}
