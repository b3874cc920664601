import type { Frame, RunDescription } from '../../report';
import { busyShare, flowsNow, nodeNow, shardColour, shardNow } from '../answer';
import { percent, whole } from '../format';
import type { OrreryLayout } from './layout';

interface LookProps {
  layout: OrreryLayout;
  shard: number;
  description: RunDescription;
  frame: Frame;
  /** Numbers of the shard's nodes. */
  nodes: number[];
}

const WIDTH = 232;

/** What a look at a body tells beyond the picture. Beside the body, inside the picture. */
export function Look({ layout, shard, description, frame, nodes }: LookProps) {
  const body = layout.bodies[shard];
  const about = description.shards[shard];
  if (body === undefined || about === undefined) return null;
  const now = shardNow(frame, shard);
  const online = nodes.filter((k) => nodeNow(frame, k).status === 0).length;
  const flows = flowsNow(frame);
  const sent = flows.filter((f) => f.from === shard).reduce((sum, f) => sum + f.jobs, 0);
  const came = flows.filter((f) => f.to === shard).reduce((sum, f) => sum + f.jobs, 0);
  const below = body.y < layout.height / 2;
  const left = Math.min(layout.width - WIDTH - 4, Math.max(4, body.x - WIDTH / 2));
  const top = below ? body.y + body.extent + 8 : undefined;
  const bottom = below ? undefined : layout.height - body.y + body.extent + 8;
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
  return (
    <div className="orrery-look" style={{ left, top, bottom, width: WIDTH }} aria-hidden="true">
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
