import type { Frame, RunDescription } from '../../report';
import { busyShare, flowsNow, nodeNow, shardColour, shardNow } from '../answer';
import { percent, whole } from '../format';
import type { OrreryLayout } from './layout';
import { lookPlace } from './lookPlace';

interface LookProps {
  layout: OrreryLayout;
  shard: number;
  description: RunDescription;
  frame: Frame;
  /** Numbers of the shard's nodes. */
  nodes: number[];
}

const WIDTH = 232;
/** Height of name and padding, and of one fact, as the style has them. */
const HEAD = 50;
const LINE = 18.5;

/** What a look at a body tells beyond the picture. */
export function Look({ layout, shard, description, frame, nodes }: LookProps) {
  const about = description.shards[shard];
  if (about === undefined) return null;
  const now = shardNow(frame, shard);
  const online = nodes.filter((k) => nodeNow(frame, k).status === 0).length;
  const flows = flowsNow(frame);
  const sent = flows.filter((f) => f.from === shard).reduce((sum, f) => sum + f.jobs, 0);
  const came = flows.filter((f) => f.to === shard).reduce((sum, f) => sum + f.jobs, 0);
  const facts: [string, string][] = [
    ['Latency budget', `${whole(about.latencyBudgetMs)} ms`],
    ['Waiting', `${whole(now.queued)} of at most ${whole(now.maxQueue)}`],
    ['Slots in use', `${whole(now.usedSlots)} of ${whole(now.activeSlots)}, ${percent(busyShare(now))}`],
    ['Nodes online', `${online} of ${nodes.length}`],
    ['Completed', whole(now.completed)],
  ];
  if (now.failed > 0) facts.push(['Failed', whole(now.failed)]);
  if (sent > 0) facts.push(['Sent on', whole(sent)]);
  if (came > 0) facts.push(['Taken over', whole(came)]);
  const place = lookPlace(layout, shard, WIDTH, HEAD + facts.length * LINE);
  return (
    <div className="orrery-look" style={{ ...place, width: WIDTH }} aria-hidden="true">
      <strong>
        <span className="dot" style={{ background: shardColour(shard) }} /> {about.displayName}
        {now.pause > 0 && <em>{now.pause === 2 ? 'frozen' : 'paused'}</em>}
      </strong>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
