import type { RunDescription } from '../../report';
import { busyShare, type FlowNow, type NodeNow, type ShardNow } from '../answer';
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

/** What a body says of its shard: how it stands, or once the run has ended, what it did. */
export function bodyWords(
  shard: RunDescription['shards'][number],
  now: ShardNow,
  nodes: readonly NodeNow[],
  ended = false,
): BodyWords {
  const gone = nodes.filter((n) => n.status === 1).length;
  const waiting = ended ? `${whole(now.completed)} completed` : `${whole(now.queued)} waiting`;
  const busy = ended ? lossWords(now) : `${percent(busyShare(now))} busy`;
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

function lossWords(now: ShardNow): string {
  if (now.failed > 0) return `${whole(now.failed)} failed`;
  return now.cancelled > 0 ? `${whole(now.cancelled)} cancelled` : 'nothing lost';
}

const STREAMS_SPOKEN = 8;

/** The streams of work in one sentence, the widest first. */
export function streamWords(flows: readonly FlowNow[], names: readonly string[]): string {
  if (flows.length === 0) return 'Rings of latency. No work has spilled over.';
  const widest = [...flows].sort((a, b) => b.jobs - a.jobs || a.from - b.from || a.to - b.to);
  const said = widest
    .slice(0, STREAMS_SPOKEN)
    .map((f) => `${names[f.from]} to ${names[f.to]} ${counted(f.jobs, 'job')}`);
  const more = flows.length > STREAMS_SPOKEN ? `, and ${flows.length - STREAMS_SPOKEN} more` : '';
  return `Rings of latency, and work that spilled over: ${said.join(', ')}${more}.`;
}
