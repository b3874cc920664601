import { type Entity, type EntityRef, NODE_FIELDS, SHARD_FIELDS } from '../../report';
import { type MockHistory, stateAt } from './history';
import { KINDS, LINKS, NODES, SHARDS } from './mission';

/** Facts, history and levers of one thing after `tick`; null when there is no such thing. */
export function entityAt(history: MockHistory, tick: number, ref: EntityRef): Entity | null {
  const frame = history.frames[Math.min(tick, history.lastTick)];
  const seen = history.events.slice(0, history.eventsAt[frame.tick]);
  const lines = (pick: (e: (typeof seen)[number]) => boolean) =>
    seen
      .filter(pick)
      .slice(0, 500)
      .map((e) => ({ tick: e.tick, type: e.type, words: e.words }));
  if (ref.kind === 'job') {
    const at = history.jobs.findIndex((j) => j.id === ref.id);
    if (at < 0) return null;
    const job = history.jobs[at];
    const state = stateAt(job, tick);
    const shard = SHARDS[job.departed >= 0 && job.departed <= tick ? job.shard : job.home];
    const over = state === 'completed' || state === 'failed' || state === 'cancelled';
    return {
      ref,
      title: job.id,
      subtitle: `${state} on ${shard.displayName}`,
      groups: [
        {
          heading: 'Now',
          facts: [
            {
              label: 'State',
              value: state,
              tone: state === 'failed' ? 'bad' : state === 'completed' ? 'good' : 'neutral',
            },
            { label: 'Shard', value: shard.displayName, link: { kind: 'shard', id: shard.id } },
            ...(job.node >= 0 && job.started <= tick
              ? [
                  {
                    label: 'Node',
                    value: NODES[job.node].id,
                    link: { kind: 'node' as const, id: NODES[job.node].id },
                  },
                ]
              : []),
          ],
        },
        {
          heading: 'What it asks for',
          facts: [
            { label: 'Kind', value: KINDS[job.kind].prefix },
            { label: 'Duration', value: `about ${KINDS[job.kind].ticks} ticks` },
            { label: 'Value', value: job.value.toLocaleString('en-US') },
            { label: 'Priority', value: '5 of 9' },
          ],
        },
        {
          heading: 'Waiting',
          facts: [
            { label: 'Submitted', value: `tick ${job.submitted}` },
            {
              label: 'First start',
              value: job.started >= 0 && job.started <= tick ? `tick ${job.started}` : 'not yet',
            },
          ],
        },
      ],
      history: lines((e) => e.job === at),
      levers: over
        ? []
        : [
            { words: 'Cancel this job', command: { type: 'job.cancel', jobId: job.id } },
            {
              words: 'Send it to Earth',
              command: { type: 'job.reroute', jobId: job.id, targetShard: 'earth' },
            },
          ],
    };
  }
  if (ref.kind === 'node') {
    const n = NODES.findIndex((node) => node.id === ref.id);
    if (n < 0) return null;
    const node = NODES[n];
    const offline = frame.nodes[n * NODE_FIELDS.length] === 1;
    return {
      ref,
      title: node.id,
      subtitle: `${offline ? 'Offline' : 'Online'} on ${SHARDS[node.shard].displayName}`,
      groups: [
        {
          heading: 'Now',
          facts: [
            { label: 'Status', value: offline ? 'offline' : 'online', tone: offline ? 'bad' : 'good' },
            { label: 'Slots in use', value: `${frame.nodes[n * NODE_FIELDS.length + 1]} of ${node.slots}` },
            {
              label: 'Shard',
              value: SHARDS[node.shard].displayName,
              link: { kind: 'shard', id: SHARDS[node.shard].id },
            },
          ],
        },
        {
          heading: 'Container',
          facts: [
            { label: 'Image', value: node.image },
            { label: 'Runtime', value: node.runtime },
            {
              label: 'Resources',
              value: `${node.cpu} cores, ${node.memoryGb} GB${node.gpu ? `, ${node.gpu}` : ''}`,
            },
            { label: 'Zones', value: node.zones },
          ],
        },
        {
          heading: 'Market',
          facts: [
            { label: 'Price', value: `${node.price / 1e6} USDC per job` },
            { label: 'Compliance', value: node.compliance },
            { label: 'Skills', value: node.skills },
          ],
        },
      ],
      history: lines((e) => e.node === n),
      levers: offline
        ? [{ words: 'Bring it back', command: { type: 'node.recover', nodeId: node.id } }]
        : [
            {
              words: 'Take it offline for 30 ticks',
              command: { type: 'fault.inject', fault: { type: 'node.outage', node: node.id, forTicks: 30 } },
            },
          ],
    };
  }
  if (ref.kind === 'shard') {
    const s = SHARDS.findIndex((shard) => shard.id === ref.id);
    if (s < 0) return null;
    const shard = SHARDS[s];
    const field = (name: (typeof SHARD_FIELDS)[number]) =>
      frame.shards[s * SHARD_FIELDS.length + SHARD_FIELDS.indexOf(name)];
    return {
      ref,
      title: shard.displayName,
      subtitle: `${shard.latencyBudgetMs} ms latency budget`,
      groups: [
        {
          heading: 'Now',
          facts: [
            {
              label: 'Waiting',
              value: `${field('queued')} of at most ${shard.maxQueue} jobs`,
              tone: field('alert') ? 'warn' : 'neutral',
            },
            { label: 'Running', value: `${field('usedSlots')} of ${field('activeSlots')} slots` },
            { label: 'Router', value: field('pause') === 0 ? 'routing' : 'paused' },
          ],
        },
        {
          heading: 'So far',
          facts: [
            { label: 'Completed', value: String(field('completed')) },
            { label: 'Failed', value: String(field('failed')) },
            { label: 'Cancelled', value: String(field('cancelled')) },
          ],
        },
        {
          heading: 'Links',
          facts: LINKS.filter((l) => l.from === s || l.to === s).map((l) => {
            const other = SHARDS[l.from === s ? l.to : l.from];
            return {
              label: other.displayName,
              value: `${l.latencyMs} ms`,
              link: { kind: 'shard', id: other.id },
            };
          }),
        },
      ],
      history: lines((e) => e.shard === s && e.job < 0),
      levers: [
        field('pause') === 0
          ? {
              words: `Pause ${shard.displayName}`,
              command: { type: 'shard.pause', shard: shard.id, mode: 'drain' },
            }
          : { words: `Resume ${shard.displayName}`, command: { type: 'shard.resume', shard: shard.id } },
      ],
    };
  }
  const event = seen[Number(ref.id)];
  return event === undefined
    ? null
    : {
        ref,
        title: `Event ${ref.id}`,
        subtitle: event.type,
        groups: [
          {
            heading: 'Event',
            facts: [
              { label: 'Tick', value: String(event.tick) },
              { label: 'Words', value: event.words },
            ],
          },
        ],
        history: [],
        levers: [],
      };
}
