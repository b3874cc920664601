import { pairFrom, pairTo } from '../../engine';
import { frameOf } from '../view/frame';
import type { RunSource } from '../view/source';
import { type Cell, SHARD_FIELDS } from '../view/types';
import { shardLabels } from '../words/names';
import { smallTable, type Table } from './table';

const PAUSES = ['routing', 'paused', 'frozen'];

/** The node market: what each node is, does, has earned and asks. */
export function nodesTable({ tables, plan }: RunSource): Table {
  const { fleet, accounts } = tables;
  const { ledger } = accounts;
  const names = shardLabels(fleet);
  const currencies = fleet.currencies.map((c) => c.id);
  const [only] = currencies;
  const unit = currencies.length === 1 ? { unit: only } : {};
  const rows = fleet.nodes.map((node, n): Cell[] => {
    const facts = plan.fabric.nodes[n];
    const { deployment, pricing } = facts;
    const used = tables.usedSlots[n];
    const currency = node.price === null ? null : fleet.currencies[node.price.currency];
    const income = ledger.valueReceived(accounts.nodeIncome[n]);
    return [
      node.id,
      names[node.region],
      tables.offline[n] === 1 ? 'offline' : 'online',
      used,
      node.slots,
      Math.round((100 * used) / node.slots),
      tables.jobsStarted[n],
      ledger.units(accounts.completed[n]),
      ledger.value(accounts.completed[n]),
      currency === null ? null : income / 10 ** currency.decimals,
      currency?.id ?? null,
      pricing === undefined ? null : `${pricing.amount} ${pricing.currency} per ${pricing.unit}`,
      facts.specialties.join(', '),
      facts.compliance.join(', ') || null,
      deployment === undefined ? null : `${deployment.image}:${deployment.version}`,
      deployment?.orchestration ?? null,
      deployment?.runtime ?? null,
      deployment?.resources.cpuCores ?? null,
      deployment?.resources.memoryGb ?? null,
      deployment?.resources.gpuClass ?? null,
      deployment?.resources.storageGb ?? null,
      facts.availabilityZones.join(', ') || null,
      facts.endpoint ?? null,
      facts.tags.join(', ') || null,
      facts.heartbeatIntervalSec,
    ];
  });
  return smallTable(
    [
      { id: 'id', label: 'Node', kind: 'id', entity: 'node' },
      { id: 'shard', label: 'Shard', kind: 'enum', values: [...names] },
      { id: 'status', label: 'Status', kind: 'enum', values: ['online', 'offline'] },
      { id: 'used', label: 'In use', kind: 'number', unit: 'slots' },
      { id: 'slots', label: 'Slots', kind: 'number' },
      { id: 'load', label: 'Load', kind: 'number', unit: '%', help: 'Slots in use, of its slots.' },
      { id: 'started', label: 'Starts', kind: 'number', help: 'Jobs it started, also those it lost later.' },
      { id: 'done', label: 'Jobs done', kind: 'number' },
      { id: 'value', label: 'Value delivered', kind: 'number' },
      {
        id: 'spend',
        label: 'Spend',
        kind: 'number',
        ...unit,
        help: 'Paid to this node so far, in whole currency.',
      },
      { id: 'currency', label: 'Currency', kind: 'enum', values: currencies },
      { id: 'price', label: 'Price', kind: 'text' },
      { id: 'skills', label: 'Skills', kind: 'text' },
      { id: 'compliance', label: 'Compliance', kind: 'text' },
      { id: 'image', label: 'Container', kind: 'text' },
      { id: 'orchestration', label: 'Orchestration', kind: 'text' },
      { id: 'runtime', label: 'Runtime', kind: 'text' },
      { id: 'cpu', label: 'CPU', kind: 'number', unit: 'cores' },
      { id: 'memory', label: 'Memory', kind: 'number', unit: 'GB' },
      { id: 'gpu', label: 'GPU', kind: 'text' },
      { id: 'storage', label: 'Storage', kind: 'number', unit: 'GB' },
      { id: 'zones', label: 'Zones', kind: 'text' },
      { id: 'endpoint', label: 'Endpoint', kind: 'text' },
      { id: 'tags', label: 'Tags', kind: 'text' },
      { id: 'heartbeat', label: 'Heartbeat', kind: 'number', unit: 's' },
    ],
    rows,
  );
}

/** The shards as they stand. */
export function shardsTable(source: RunSource): Table {
  const { tables } = source;
  const { fleet, accounts } = tables;
  const { ledger } = accounts;
  const names = shardLabels(fleet);
  const cells = frameOf(source).shards;
  const of = (s: number, field: (typeof SHARD_FIELDS)[number]): number =>
    cells[s * SHARD_FIELDS.length + SHARD_FIELDS.indexOf(field)];
  const nodes = new Float64Array(fleet.shards.length);
  for (const { region } of fleet.nodes) nodes[region]++;
  const out = new Float64Array(fleet.shards.length);
  const arrived = new Float64Array(fleet.shards.length);
  for (const pair of accounts.pairs()) {
    const account = accounts.transit(pair);
    out[pairFrom(pair)] += ledger.unitsReceived(account);
    arrived[pairTo(pair)] += ledger.unitsPaid(account);
  }
  const rows = fleet.shards.map((shard, s): Cell[] => [
    shard.id,
    names[s],
    PAUSES[of(s, 'pause')],
    of(s, 'queued'),
    shard.maxQueue,
    of(s, 'alert') === 1 ? 'alert' : 'calm',
    of(s, 'inbound'),
    of(s, 'running'),
    of(s, 'activeSlots'),
    of(s, 'activeSlots') === 0 ? null : Math.round((100 * of(s, 'usedSlots')) / of(s, 'activeSlots')),
    nodes[s],
    ledger.unitsPaid(accounts.scheduled[s]),
    of(s, 'completed'),
    of(s, 'failed'),
    of(s, 'cancelled'),
    arrived[s],
    out[s],
    shard.latencyBudgetMs,
    shard.startTargetTicks,
    shard.spilloverTargets.map((t) => names[t]).join(', ') || null,
    shard.placement,
  ]);
  return smallTable(
    [
      { id: 'id', label: 'Shard', kind: 'id', entity: 'shard' },
      { id: 'name', label: 'Name', kind: 'text' },
      { id: 'router', label: 'Router', kind: 'enum', values: PAUSES },
      { id: 'queued', label: 'Queued', kind: 'number', unit: 'jobs' },
      { id: 'maxQueue', label: 'Queue limit', kind: 'number', unit: 'jobs' },
      { id: 'alert', label: 'Alert', kind: 'enum', values: ['calm', 'alert'] },
      { id: 'inbound', label: 'On their way here', kind: 'number', unit: 'jobs' },
      { id: 'running', label: 'Running', kind: 'number', unit: 'jobs' },
      { id: 'slots', label: 'Active slots', kind: 'number' },
      {
        id: 'load',
        label: 'Load',
        kind: 'number',
        unit: '%',
        help: 'Slots in use, of those of active nodes.',
      },
      { id: 'nodes', label: 'Nodes', kind: 'number' },
      { id: 'submitted', label: 'Submitted here', kind: 'number', unit: 'jobs' },
      { id: 'completed', label: 'Completed', kind: 'number', unit: 'jobs' },
      { id: 'failed', label: 'Failed', kind: 'number', unit: 'jobs' },
      { id: 'cancelled', label: 'Cancelled', kind: 'number', unit: 'jobs' },
      { id: 'in', label: 'Received', kind: 'number', unit: 'jobs', help: 'Jobs that left transit here.' },
      { id: 'out', label: 'Passed on', kind: 'number', unit: 'jobs' },
      { id: 'budget', label: 'Latency budget', kind: 'number', unit: 'ms' },
      { id: 'startTarget', label: 'Start target', kind: 'number', unit: 'ticks' },
      { id: 'targets', label: 'Spills to', kind: 'text' },
      { id: 'placement', label: 'Placement', kind: 'enum', values: ['declared', 'cheapest', 'least-loaded'] },
    ],
    rows,
  );
}
