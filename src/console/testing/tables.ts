import type { Cell, Column, Page, PageQuery, TableName } from '../../report';
import { COUNT_FIELDS, FLOW_FIELDS, NODE_FIELDS, SHARD_FIELDS } from '../../report';
import { type MockHistory, stateAt } from './history';
import { invariants } from './ledger';
import { KINDS, NODES, SHARDS } from './mission';

type Table = { columns: Column[]; rows: Cell[][] };
const column = (id: string, label: string, kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  id,
  label,
  kind,
  sortable: true,
  filterable: true,
  ...more,
});
const names = SHARDS.map((s) => s.displayName);

/** Every table of the mock as it stood after `tick`: whole, since the mock is small. */
export function tableAt(history: MockHistory, tick: number, name: TableName): Table {
  const frame = history.frames[Math.min(tick, history.lastTick)];
  const done = history.jobs.filter((j) => j.end === 'completed' && j.ended <= tick);
  switch (name) {
    case 'jobs':
      return {
        columns: [
          column('id', 'Job', 'id', { entity: 'job' }),
          column('state', 'State', 'enum', { values: [...COUNT_FIELDS] }),
          column('shard', 'Shard', 'enum', { values: names }),
          column('node', 'Node', 'id', { entity: 'node' }),
          column('class', 'Kind', 'enum', { values: KINDS.map((k) => k.prefix) }),
          column('priority', 'Priority', 'number', { help: '0 goes first.' }),
          column('value', 'Value', 'number'),
          column('submitted', 'Submitted', 'number', { unit: 'tick' }),
          column('started', 'First start', 'number', { unit: 'tick' }),
          column('ended', 'Ended', 'number', { unit: 'tick' }),
          column('waited', 'Waited', 'number', {
            unit: 'ticks',
            help: 'From submission to the first start.',
          }),
        ],
        rows: history.jobs.map((j) => {
          const started = j.started >= 0 && j.started <= tick ? j.started : null;
          const ended = j.end !== null && j.ended <= tick ? j.ended : null;
          const here = j.departed >= 0 && j.departed <= tick ? j.shard : j.home;
          const node = started === null || j.node < 0 ? null : NODES[j.node].id;
          const waited = started === null ? null : started - j.submitted;
          const state = stateAt(j, tick);
          return [
            j.id,
            state,
            names[here],
            node,
            KINDS[j.kind].prefix,
            5,
            j.value,
            j.submitted,
            started,
            ended,
            waited,
          ];
        }),
      };
    case 'events':
      return {
        columns: [
          column('seq', 'Event', 'number'),
          column('tick', 'Tick', 'number'),
          column('type', 'Type', 'enum', { values: [...new Set(history.events.map((e) => e.type))].sort() }),
          column('message', 'What happened', 'text', { sortable: false }),
          column('job', 'Job', 'id', { entity: 'job' }),
          column('node', 'Node', 'id', { entity: 'node' }),
          column('shard', 'Shard', 'enum', { values: names }),
        ],
        rows: history.events
          .slice(0, history.eventsAt[frame.tick])
          .map((e, i) => [
            i,
            e.tick,
            e.type,
            e.words,
            e.job < 0 ? null : history.jobs[e.job].id,
            e.node < 0 ? null : NODES[e.node].id,
            e.shard < 0 ? null : names[e.shard],
          ]),
      };
    case 'nodes':
      return {
        columns: [
          column('id', 'Node', 'id', { entity: 'node' }),
          column('shard', 'Shard', 'enum', { values: names }),
          column('status', 'Status', 'enum', { values: ['online', 'offline'] }),
          column('used', 'In use', 'number', { unit: 'slots' }),
          column('slots', 'Slots', 'number'),
          column('load', 'Load', 'number', { unit: '%' }),
          column('done', 'Jobs done', 'number'),
          column('spend', 'Spend', 'number', { unit: 'USDC' }),
          column('price', 'Price', 'text'),
          column('skills', 'Skills', 'text'),
          column('runtime', 'Runtime', 'text'),
          column('image', 'Container', 'text'),
          column('cpu', 'CPU', 'number', { unit: 'cores' }),
          column('memory', 'Memory', 'number', { unit: 'GB' }),
          column('gpu', 'GPU', 'text'),
          column('zones', 'Zones', 'text'),
          column('compliance', 'Compliance', 'text'),
        ],
        rows: NODES.map((n, i) => {
          const at = i * NODE_FIELDS.length;
          const used = frame.nodes[at + 1];
          const mine = done.filter((j) => j.node === i).length;
          const facts = [
            `${n.price / 1e6} USDC per job`,
            n.skills,
            n.runtime,
            n.image,
            n.cpu,
            n.memoryGb,
            n.gpu || null,
          ];
          const market = [n.zones, n.compliance];
          const status = frame.nodes[at] === 0 ? 'online' : 'offline';
          const load = Math.round((100 * used) / n.slots);
          return [
            n.id,
            names[n.shard],
            status,
            used,
            n.slots,
            load,
            mine,
            (mine * n.price) / 1e6,
            ...facts,
            ...market,
          ];
        }),
      };
    case 'shards':
      return {
        columns: [
          column('id', 'Shard', 'id', { entity: 'shard' }),
          ...SHARD_FIELDS.map((field) => column(field, field, 'number')),
        ],
        rows: SHARDS.map((s, i) => [
          s.id,
          ...frame.shards.slice(i * SHARD_FIELDS.length, (i + 1) * SHARD_FIELDS.length),
        ]),
      };
    case 'flows': {
      const rows: Cell[][] = [];
      for (let at = 0; at < frame.flows.length; at += FLOW_FIELDS.length) {
        const [from, to, jobs, inTransit] = frame.flows.slice(at, at + 4);
        const value = history.jobs
          .filter((j) => j.departed >= 0 && j.departed <= tick && j.home === from && j.shard === to)
          .reduce((sum, j) => sum + j.value, 0);
        rows.push([names[from], names[to], jobs, value, inTransit]);
      }
      const columns = [
        column('from', 'From', 'enum', { values: names }),
        column('to', 'To', 'enum', { values: names }),
        column('jobs', 'Jobs', 'number'),
        column('value', 'Value', 'number'),
        column('inTransit', 'In transit', 'number', { unit: 'jobs' }),
      ];
      return { columns, rows };
    }
    case 'accounts':
      return {
        columns: [
          column('shard', 'Shard', 'enum', { values: names }),
          column('state', 'State', 'enum', { values: [...COUNT_FIELDS] }),
          column('jobs', 'Jobs', 'number'),
        ],
        rows: SHARDS.flatMap((s, i) =>
          SHARD_FIELDS.slice(0, 8)
            .filter((f) => f !== 'usedSlots' && f !== 'activeSlots')
            .map((field) => [
              s.displayName,
              field,
              frame.shards[i * SHARD_FIELDS.length + SHARD_FIELDS.indexOf(field)],
            ]),
        ),
      };
    case 'costs':
      return {
        columns: [
          column('node', 'Node', 'id', { entity: 'node' }),
          column('currency', 'Currency', 'enum', { values: ['USDC'] }),
          column('amount', 'Spent', 'number', { unit: 'USDC' }),
        ],
        rows: NODES.map((n, i) => [n.id, 'USDC', (done.filter((j) => j.node === i).length * n.price) / 1e6]),
      };
    case 'invariants':
      return {
        columns: [
          column('id', 'Invariant', 'text'),
          column('sentence', 'What must hold', 'text'),
          column('holds', 'Holds', 'enum', { values: ['yes', 'no'] }),
        ],
        rows: invariants(frame).map((i) => [i.id, i.sentence, i.holds ? 'yes' : 'no']),
      };
  }
}

/** Answers a page query over a whole table: filter, then sort, then cut. */
export function pageOf({ columns, rows }: Table, query: PageQuery): Page {
  const wanted = Object.entries(query.filter ?? {}).filter(([, text]) => text !== '');
  let found = rows.filter((row) =>
    wanted.every(([id, text]) => {
      const at = columns.findIndex((c) => c.id === (id === 'tickFrom' || id === 'tickTo' ? 'tick' : id));
      if (at < 0) return true;
      const cell = row[at];
      if (id === 'tickFrom') return Number(cell) >= Number(text);
      if (id === 'tickTo') return Number(cell) <= Number(text);
      const kind = columns[at].kind;
      if (kind === 'text' || kind === 'id')
        return String(cell ?? '')
          .toLowerCase()
          .includes(text.toLowerCase());
      return String(cell) === text;
    }),
  );
  const by = columns.findIndex((c) => c.id === query.sort?.column);
  if (by >= 0) {
    const sign = query.sort?.descending ? -1 : 1;
    found = [...found].sort((a, b) => {
      const [x, y] = [a[by], b[by]];
      if (x === y) return 0;
      if (x === null) return 1;
      if (y === null) return -1;
      return (x < y ? -1 : 1) * sign;
    });
  }
  const cut = found.slice(query.offset, query.offset + query.limit);
  return {
    table: query.table,
    columns,
    total: rows.length,
    matching: found.length,
    offset: query.offset,
    rows: cut,
  };
}
