import type { RunDescription } from '../../report';

/** Facts of the mock mission: four shards, nine nodes, six kinds of jobs. Made for looking, not for proving. */
export interface MockNode {
  id: string;
  shard: number;
  slots: number;
  skills: string;
  runtime: string;
  image: string;
  cpu: number;
  memoryGb: number;
  gpu: string;
  zones: string;
  compliance: string;
  /** Smallest units of USDC (6 decimals) for one completed job. */
  price: number;
}

const node = (
  id: string,
  shard: number,
  slots: number,
  skills: string,
  runtime: string,
  cpu: number,
  gpu: string,
  zones: string,
  compliance: string,
  price: number,
): MockNode => ({
  id,
  shard,
  slots,
  skills,
  runtime,
  image: `registry.orbit/${id.split('.')[1]}:4.2`,
  cpu,
  memoryGb: cpu * 4,
  gpu,
  zones,
  compliance,
  price,
});

export const NODES: MockNode[] = [
  node(
    'earth.aurora',
    0,
    16,
    'climate, general',
    'containerd',
    64,
    '',
    'eu-north, eu-west',
    'ISO-27001',
    310,
  ),
  node('earth.tidal-array', 0, 16, 'climate', 'containerd', 48, '', 'ap-south', 'ISO-27001', 240),
  node('earth.cinder', 0, 16, 'archive', 'gvisor', 32, '', 'us-east', 'SOC-2', 180),
  node('luna.relay-one', 1, 8, 'relay', 'kata', 16, '', 'tycho', 'ISO-27001', 420),
  node('luna.quiet-basin', 1, 8, 'relay, general', 'kata', 16, '', 'mare-frigoris', 'ISO-27001', 455),
  node('mars.gpu-helion', 2, 20, 'terraforming, gpu', 'kata', 96, 'H200', 'elysium', 'MARS-CHARTER', 720),
  node('mars.regolith-cradle', 2, 16, 'terraforming', 'containerd', 40, '', 'arcadia', 'MARS-CHARTER', 380),
  node('helios.forge', 3, 24, 'gpu, terraforming', 'wasmtime', 128, 'B300', 'l1-ring', 'SOC-2', 640),
  node('helios.mirror', 3, 16, 'forecast, general', 'wasmtime', 64, '', 'l1-ring, l4', 'SOC-2', 510),
];

export const SHARDS = [
  { id: 'earth', displayName: 'Earth', latencyBudgetMs: 120, maxQueue: 2400, startTargetTicks: 60 },
  { id: 'luna', displayName: 'Luna', latencyBudgetMs: 180, maxQueue: 900, startTargetTicks: 60 },
  { id: 'mars', displayName: 'Mars', latencyBudgetMs: 420, maxQueue: 900, startTargetTicks: 90 },
  { id: 'helios', displayName: 'Helios', latencyBudgetMs: 850, maxQueue: 1600, startTargetTicks: 120 },
];

/** Skills a kind asks for are served by these nodes, in order of preference. */
export const KINDS = [
  { prefix: 'earth-climate', shard: 0, count: 2600, span: 300, ticks: 5, value: 12_000, nodes: [0, 1] },
  { prefix: 'earth-archive', shard: 0, count: 1400, span: 260, ticks: 4, value: 6_000, nodes: [2, 0] },
  { prefix: 'luna-relay', shard: 1, count: 1200, span: 280, ticks: 5, value: 15_000, nodes: [3, 4] },
  { prefix: 'mars-foundry', shard: 2, count: 1700, span: 220, ticks: 6, value: 26_000, nodes: [5, 7] },
  { prefix: 'mars-regolith', shard: 2, count: 1300, span: 260, ticks: 5, value: 18_000, nodes: [6, 5, 7] },
  { prefix: 'helios-forecast', shard: 3, count: 1800, span: 300, ticks: 7, value: 20_000, nodes: [8, 7] },
];

export const LINKS = [
  { from: 0, to: 1, latencyMs: 90, oneWay: false },
  { from: 0, to: 2, latencyMs: 360, oneWay: false },
  { from: 2, to: 3, latencyMs: 410, oneWay: false },
  { from: 0, to: 3, latencyMs: 640, oneWay: false },
  { from: 1, to: 0, latencyMs: 150, oneWay: true },
];

export const TARGETS = [
  { from: 1, to: 0 },
  { from: 2, to: 3 },
  { from: 0, to: 1 },
  { from: 3, to: 0 },
];

export const MERMAID = `flowchart LR
  owner(["Owner: Meridian Council"])
  subgraph s0["Earth, 120 ms"]
${NODES.map((n, i) => ({ n, i }))
  .filter(({ n }) => n.shard === 0)
  .map(({ n, i }) => `    n${i}["${n.id}"]`)
  .join('\n')}
  end
  subgraph s1["Luna, 180 ms"]
    n3["luna.relay-one"]
    n4["luna.quiet-basin"]
  end
  subgraph s2["Mars, 420 ms"]
    n5["mars.gpu-helion"]
    n6["mars.regolith-cradle"]
  end
  subgraph s3["Helios, 850 ms"]
    n7["helios.forge"]
    n8["helios.mirror"]
  end
  owner --> s0
  s0 ---|"90 ms"| s1
  s0 ---|"360 ms"| s2
  s2 ---|"410 ms"| s3
  s0 ---|"640 ms"| s3
  s1 -.->|"spills"| s0
  s2 -.->|"spills"| s3
`;

export const JOBS_TOTAL = KINDS.reduce((sum, kind) => sum + kind.count, 0);

export const DESCRIPTION: RunDescription = {
  source: 'live',
  sourceNote: 'running in this page',
  tool: 'orrery',
  title: 'Planetary fabric',
  summary: 'Four shards, 10,000 jobs, a GPU outage on Mars, and an owner who steps in twelve times.',
  label: 'planetary-fabric',
  engineRevision: 1,
  planDigest: '41be0c9d6a1f7e02b8c35d94',
  tickMs: 1000,
  jobsTotal: JOBS_TOTAL,
  shards: SHARDS,
  nodes: NODES.map(({ id, shard }) => ({ id, shard })),
  currencies: [{ id: 'USDC', decimals: 6 }],
  facts: [
    { label: 'Seed', value: 'meridian-7' },
    { label: 'Owner', value: 'Meridian Council' },
    { label: 'Author', value: 'Orrery samples' },
  ],
};
