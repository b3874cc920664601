import { FAILURE_REASONS, JOB_STATES, JobState, WAIT_COLUMNS, WAIT_REASONS } from '../../engine';
import type { Story } from '../brief/story';
import type { RunSource } from '../view/source';
import { shardLabels } from '../words/names';
import { column, enumColumn, numberColumn, type Table, type TableColumn } from './table';

/** More kinds than this are no list to choose from. */
const MOST_CHOICES = 60;
const WAIT_LABELS = ['Waited for a slot', 'Waited for a skill', 'Waited while paused', 'On the way'];

/** Every job of the run, in the order of their numbers: submission tick, then id. */
export function jobsTable(source: RunSource, story: Story): Table {
  const { tables, tick } = source;
  const { jobs, jobSet, fleet } = tables;
  const groupOf = (job: number) => jobSet.groups[jobSet.group[job]];
  const known = (value: number): number => (value < 0 ? Number.NaN : value);
  const onNode = (job: number): boolean =>
    jobs.state[job] === JobState.running || jobs.state[job] === JobState.completed;
  const names = shardLabels(fleet);
  const waits = waitReader(source);
  const highestOrdinal = jobSet.ordinal.reduce((most, n) => Math.max(most, n), 1) + 1;

  const columns: TableColumn[] = [
    column({ id: 'id', label: 'Job', kind: 'id', entity: 'job' }, (j) => jobSet.nameOf(j), {
      // Kinds stand in the order of their names, so no name needs to be made to sort by it.
      key: (j) => jobSet.group[j] * highestOrdinal + jobSet.ordinal[j],
    }),
    enumColumn('state', 'State', JOB_STATES, (j) => jobs.state[j]),
    enumColumn('shard', 'Shard', names, (j) => jobs.shard[j], { help: 'Where it is now, or is sent to.' }),
    column(
      {
        id: 'node',
        label: 'Node',
        kind: 'id',
        entity: 'node',
        help: 'The node it runs or was completed on.',
      },
      (j) => (onNode(j) ? fleet.nodes[jobs.place[j]].id : null),
      { key: (j) => (onNode(j) ? jobs.place[j] : Number.NaN), contains: nodeTest },
    ),
    kindColumn(),
    choiceOrText(
      'class',
      'Asks for',
      jobSet.classes.map((c) => c.name),
      (j) => jobSet.classOf(j),
    ),
    enumColumn('home', 'Home', names, (j) => jobSet.homeOf(j), { help: 'The shard it was submitted to.' }),
    numberColumn('priority', 'Priority', (j) => groupOf(j).priority, { help: '0 goes first, 9 last.' }),
    numberColumn('value', 'Value', (j) => jobSet.valueOf(j)),
    numberColumn('submitted', 'Submitted', (j) => jobSet.submissionTick[j], {
      unit: 'tick',
      help: 'The tick its plan submits it at.',
    }),
    numberColumn('started', 'First start', (j) => known(jobs.firstStart[j]), { unit: 'tick' }),
    numberColumn('ended', 'Ended', (j) => known(jobs.endTick(j)), { unit: 'tick' }),
    numberColumn('waited', 'Waited', (j) => waits(j, -1), {
      unit: 'ticks',
      help: 'All ticks it waited so far; until the first start that is first start less submission.',
    }),
    ...WAIT_REASONS.map((reason, r) =>
      numberColumn(`wait-${reason}`, WAIT_LABELS[r], (j) => waits(j, r), { unit: 'ticks' }),
    ),
    numberColumn('attempts', 'Starts lost', (j) => jobs.attempts[j], {
      help: 'Times it lost its node while it ran.',
    }),
    numberColumn('hops', 'Hops', (j) => jobs.hops[j], { help: 'Times a router passed it on.' }),
    enumColumn('reason', 'Failed because', FAILURE_REASONS.slice(1), (j) => story.failureOf(j) - 1),
  ];
  return { columns, count: jobs.count, appendOnly: false };

  function kindColumn(): TableColumn {
    const titles = [...new Set(jobSet.groups.map((g) => (g.digits === 0 ? LISTED : g.title)))];
    const place = new Map(titles.map((title, i) => [title, i]));
    const ofGroup = jobSet.groups.map((g) => place.get(g.digits === 0 ? LISTED : g.title) ?? -1);
    return choiceOrText('kind', 'Kind', titles, (j) => ofGroup[jobSet.group[j]]);
  }

  function nodeTest(part: string): (job: number) => boolean {
    const wanted = fleet.nodes.map((node) => node.id.toLowerCase().includes(part));
    return (j) => onNode(j) && wanted[jobs.place[j]];
  }

  /** Ticks waited for one reason, or for all of them when `reason` is -1. */
  function waitReader({ tables }: RunSource): (job: number, reason: number) => number {
    const scratch = new Int32Array(WAIT_COLUMNS);
    return (job, reason) => {
      for (let r = 0; r < WAIT_COLUMNS; r++) scratch[r] = jobs.waits[job * WAIT_COLUMNS + r];
      if (jobs.state[job] === JobState.queued) {
        tables.waits.book(jobs.shard[job], jobSet.classOf(job), jobs.since[job], tick + 1, scratch, 0);
      }
      return reason < 0 ? scratch[0] + scratch[1] + scratch[2] + scratch[3] : scratch[reason];
    };
  }
}

/** What jobs of the plan's list are called: each has its own name, and no kind. */
const LISTED = 'listed by name';

function choiceOrText(
  id: string,
  label: string,
  values: readonly string[],
  read: (row: number) => number,
): TableColumn {
  if (values.length <= MOST_CHOICES) return enumColumn(id, label, values, read);
  return column({ id, label, kind: 'text' }, (row) => values[read(row)] ?? null, {
    key: read,
    contains: (part) => {
      const wanted = values.map((value) => value.toLowerCase().includes(part));
      return (row) => wanted[read(row)];
    },
  });
}
