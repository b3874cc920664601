import {
  COUNT_FIELDS,
  type CommandsView,
  type Counts,
  type Entity,
  type EntityRef,
  type Frame,
  type Overview,
  type Page,
  type PageQuery,
  type Proof,
  type RunDescription,
  type RunView,
  type SeriesData,
  type SeriesQuery,
  SHARD_FIELDS,
  type Topology,
} from '../../report';
import { commandsAt } from './commands';
import { entityAt } from './entity';
import { type MockHistory, playMock } from './history';
import { ledgerAt } from './ledger';
import { DESCRIPTION, LINKS, MERMAID, SHARDS, TARGETS } from './mission';
import { overviewAt } from './overview';
import { pageOf, tableAt } from './tables';

let played: MockHistory | null = null;
/** Played once for all views: it takes a tenth of a second. */
function history(): MockHistory {
  if (played === null) played = playMock();
  return played;
}

/** A run that was played beforehand and answers as if it stood at `tick`. For tests and the gallery only. */
export class MockRunView implements RunView {
  readonly history: MockHistory = history();
  readonly live: CommandsView['rows'] = [];
  tick: number;
  ticksPerSecond = 0;

  /** `tick` null = at the end; `delayMs` waits before each answer, to see how the page behaves meanwhile. */
  constructor(
    tick: number | null = null,
    private readonly delayMs = 0,
    private readonly description: RunDescription = DESCRIPTION,
  ) {
    this.tick = tick ?? this.history.lastTick;
  }

  private async answer<T>(make: () => T): Promise<T> {
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    return make();
  }

  frameNow(): Frame {
    const frame = this.history.frames[Math.min(this.tick, this.history.lastTick)];
    const standing = frame.status === 'running' && this.tick === 0 ? 'ready' : frame.status;
    return {
      ...frame,
      status: standing,
      counts: frame.counts.slice(),
      shards: frame.shards.slice(),
      nodes: frame.nodes.slice(),
      flows: frame.flows.slice(),
      ticksPerSecond: this.ticksPerSecond,
    };
  }

  describe = (): Promise<RunDescription> => this.answer(() => this.description);
  frame = (): Promise<Frame> => this.answer(() => this.frameNow());
  overview = (): Promise<Overview> => this.answer(() => overviewAt(this.history, this.tick));
  page = (query: PageQuery): Promise<Page> =>
    this.answer(() => pageOf(tableAt(this.history, this.tick, query.table), query));
  entity = (ref: EntityRef): Promise<Entity | null> =>
    this.answer(() => entityAt(this.history, this.tick, ref));
  commands = (): Promise<CommandsView> => this.answer(() => commandsAt(this.live, this.tick));
  ledger = () => this.answer(() => ledgerAt(this.history, this.tick));
  topology = (): Promise<Topology> =>
    this.answer(() => ({
      links: LINKS,
      targets: TARGETS,
      mermaid: MERMAID,
      edges: LINKS.length + TARGETS.length,
    }));

  series = (query: SeriesQuery): Promise<SeriesData> =>
    this.answer(() => {
      const ticks = Float64Array.from({ length: this.tick + 1 }, (_, i) => i);
      const at = (tick: number, shard: number | null): number => {
        const { shards, counts } = this.history.frames[tick];
        const field = (s: number, name: (typeof SHARD_FIELDS)[number]) =>
          shards[s * SHARD_FIELDS.length + SHARD_FIELDS.indexOf(name)];
        const total = (name: (typeof SHARD_FIELDS)[number]) =>
          shard === null ? SHARDS.reduce((sum, _, s) => sum + field(s, name), 0) : field(shard, name);
        if (query.name === 'utilisation') return total('usedSlots') / Math.max(1, total('activeSlots'));
        if (query.name === 'throughput') return tick === 0 ? 0 : at2(tick, shard) - at2(tick - 1, shard);
        if (query.name === 'transit') return shard === null ? counts[2] : total('inbound');
        return total(query.name);
      };
      const at2 = (tick: number, shard: number | null): number => {
        const { shards, counts } = this.history.frames[tick];
        return shard === null ? counts[4] : shards[shard * SHARD_FIELDS.length + 5];
      };
      const of = query.of === 'all' ? [null] : query.of;
      return {
        name: query.name,
        unit:
          query.name === 'utilisation'
            ? 'share of slots'
            : query.name === 'throughput'
              ? 'jobs per tick'
              : 'jobs',
        ticks,
        lines: of.map((shard) => ({
          label: shard === null ? 'Fabric' : SHARDS[shard].displayName,
          shard,
          values: ticks.map((tick) => at(tick, shard)),
        })),
      };
    });

  proof = (): Promise<Proof> =>
    this.answer(() => {
      const frame = this.frameNow();
      const counts = Object.fromEntries(
        COUNT_FIELDS.map((f, i) => [f, frame.counts[i]]),
      ) as unknown as Counts;
      return {
        headline: { sentence: 'This run adds up, event by event.', emphasis: null, tone: 'good' },
        sentences: [
          {
            id: 'complete',
            title: 'Complete',
            verdict: 'yes',
            sentence: 'Every event from the first tick is here.',
            details: [],
            elapsedMs: 2,
          },
          {
            id: 'unaltered',
            title: 'Unaltered',
            verdict: 'unknown',
            sentence: 'Nothing was written down yet.',
            details: [],
            elapsedMs: null,
          },
          {
            id: 'conserved',
            title: 'Conserved',
            verdict: 'yes',
            sentence: 'Recounted from the events: nothing lost, nothing twice.',
            details: [],
            elapsedMs: 41,
          },
        ],
        files: [],
        recount: COUNT_FIELDS.map((f) => ({
          label: f,
          claimed: counts[f],
          recounted: counts[f],
          agrees: true,
          unit: 'jobs',
        })),
        segments: { count: Math.floor(frame.events / 1024), lastDigest: '9f3c61a8d0e4' },
      };
    });
}
