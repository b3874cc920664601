import type { RunDescription } from '../../report';
import { busyShare, type NodeNow, type ShardNow } from '../answer';
import { counted, percent, whole } from '../format';

export interface BodyWords {
  name: string;
  waiting: string;
  busy: string;
  /** "1 of 2 nodes offline", or empty when all are there. */
  offline: string;
  /** Empty when its router routes. */
  paused: string;
  /** All of it in one breath, for those who listen. */
  spoken: string;
}

const PAUSED = ['', 'paused', 'frozen'];

/** What a body says of its shard. */
export function bodyWords(
  shard: RunDescription['shards'][number],
  now: ShardNow,
  nodes: readonly NodeNow[],
): BodyWords {
  const gone = nodes.filter((n) => n.status === 1).length;
  const waiting = `${whole(now.queued)} waiting`;
  const busy = `${percent(busyShare(now))} busy`;
  const offline = gone === 0 ? '' : `${gone} of ${counted(nodes.length, 'node')} offline`;
  const paused = PAUSED[now.pause] ?? '';
  const parts = [
    waiting,
    busy,
    offline,
    paused === '' ? '' : `router ${paused}`,
    now.alert > 0 ? 'queue alert' : '',
  ];
  return {
    name: shard.displayName,
    waiting,
    busy,
    offline,
    paused,
    spoken: `${shard.displayName}: ${parts.filter((p) => p !== '').join(', ')}`,
  };
}
