import { EVENT_NAMES, EventKind, type EventRow, pairTo } from '../../engine';
import type { RunSource } from '../view/source';
import { eventWords } from '../words/events';
import { shardLabels } from '../words/names';
import { column, enumColumn, numberColumn, type Table } from './table';

/** Event kinds in the order of their numbers. */
const KINDS = Object.values(EventKind);
const NAMES = KINDS.map((kind) => EVENT_NAMES[kind]);
const PLACE_OF_KIND = new Int8Array(256).fill(-1);
KINDS.forEach((kind, place) => {
  PLACE_OF_KIND[kind] = place;
});

/** Sentences of more events than this are not searched: each would have to be made first, for seconds. */
const MOST_SEARCHED = 500_000;

/** The number of the thing an event is about, -1 for none. */
type Names = (row: EventRow) => number;

const { nodeOffline, nodeOnline, jobSubmitted, jobAssigned, jobCompleted, jobLost, jobPreempted } = EventKind;
const { jobSpilled, jobRerouted, jobArrived, jobFailed, jobCancelled } = EventKind;
const { shardPaused, shardResumed, shardAlert, shardCalm, ownerExecuted, ownerRejected } = EventKind;

/** Number of the job an event is about, -1 for none. */
export const jobOfEvent: Names = ({ kind, a }) => (kind >= jobSubmitted ? a : -1);
/** Number of the node an event is about, -1 for none. */
export const nodeOfEvent: Names = ({ kind, a, b }) => {
  if (kind === nodeOffline || kind === nodeOnline) return a;
  return kind === jobAssigned || kind === jobCompleted || kind === jobLost || kind === jobPreempted ? b : -1;
};
/** Number of the shard an event happened in (for a move: where it goes), -1 for none. */
export function shardOfEvent(regions: readonly { region: number }[], row: EventRow): number {
  const { kind, a, b } = row;
  if (kind === shardPaused || kind === shardResumed || kind === shardAlert || kind === shardCalm) return a;
  if (kind === jobSubmitted || kind === jobFailed || kind === jobCancelled) return b;
  if (kind === jobSpilled || kind === jobRerouted || kind === jobArrived) return pairTo(b);
  const node = nodeOfEvent(row);
  return node < 0 ? -1 : (regions[node]?.region ?? -1);
}

/** The event log, oldest first, from the first event that is here. */
export function eventsTable({ tables, commands }: RunSource): Table {
  const { log, fleet, jobSet } = tables;
  const first = log.firstSeq;
  const at = (row: number): EventRow => log.row(first + row);
  const known = (place: number): number => (place < 0 ? Number.NaN : place);
  const seq = { ...numberColumn('seq', 'Event', (row) => first + row), inRowOrder: true };
  const tick = { ...numberColumn('tick', 'Tick', (row) => log.tickAt(first + row)), inRowOrder: true };
  return {
    count: log.length - first,
    appendOnly: true,
    range: (from, to) => [
      from === null ? 0 : log.seqAtTick(Math.ceil(from)) - first,
      to === null ? log.length - first : log.seqAtTick(Math.floor(to) + 1) - first,
    ],
    columns: [
      seq,
      tick,
      enumColumn('type', 'Type', NAMES, (row) => PLACE_OF_KIND[log.kindAt(first + row)]),
      column(
        {
          id: 'message',
          label: 'What happened',
          kind: 'text',
          sortable: false,
          filterable: log.length <= MOST_SEARCHED,
        },
        (row) => {
          const { kind, a, b, value } = at(row);
          return eventWords(tables, commands, kind, a, b, value);
        },
      ),
      column(
        { id: 'job', label: 'Job', kind: 'id', entity: 'job', sortable: false },
        (row) => {
          const job = jobOfEvent(at(row));
          return job < 0 ? null : jobSet.nameOf(job);
        },
        { contains: jobTest },
      ),
      column(
        { id: 'node', label: 'Node', kind: 'id', entity: 'node' },
        (row) => fleet.nodes[nodeOfEvent(at(row))]?.id ?? null,
        {
          key: (row) => known(nodeOfEvent(at(row))),
          contains: (part) => {
            const wanted = fleet.nodes.map((node) => node.id.toLowerCase().includes(part));
            return (row) => wanted[nodeOfEvent(at(row))] === true;
          },
        },
      ),
      enumColumn('shard', 'Shard', shardLabels(fleet), (row) => shardOfEvent(fleet.nodes, at(row)), {
        help: 'Where it happened; for a job that moves, where it goes.',
      }),
      numberColumn('command', 'Command', (row) => {
        const { kind, a } = at(row);
        return kind === ownerExecuted || kind === ownerRejected ? a : Number.NaN;
      }),
    ],
  };

  function jobTest(part: string): (row: number) => boolean {
    const wanted = new Uint8Array(jobSet.count);
    for (let j = 0; j < jobSet.count; j++) wanted[j] = jobSet.nameOf(j).toLowerCase().includes(part) ? 1 : 0;
    return (row) => {
      const job = jobOfEvent(at(row));
      return job >= 0 && wanted[job] === 1;
    };
  }
}
