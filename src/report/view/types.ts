import type { OwnerCommand, Plan, ScheduledCommand } from '../../plan';

/**
 * The seam of the product. A live run, a replay and a dropped report all answer these questions;
 * the console never knows which it has. Everything here is plain data that survives a structured clone.
 */
export interface RunView {
  describe(): Promise<RunDescription>;
  overview(): Promise<Overview>;
  frame(): Promise<Frame>;
  series(query: SeriesQuery): Promise<SeriesData>;
  page(query: PageQuery): Promise<Page>;
  topology(): Promise<Topology>;
  entity(ref: EntityRef): Promise<Entity | null>;
  commands(): Promise<CommandsView>;
  ledger(): Promise<LedgerView>;
  proof(): Promise<Proof>;
}

/** What does not change while a run goes on. */
export interface RunDescription {
  source: 'live' | 'report';
  /** Where it came from, in words: "running in this page", "report from audit.zip". */
  sourceNote: string;
  /** `orrery` for our own reports, else the other tool's name; another tool may leave most things unknown. */
  tool: string;
  title: string;
  summary: string;
  label: string;
  engineRevision: number | null;
  planDigest: string | null;
  tickMs: number;
  jobsTotal: number;
  shards: {
    id: string;
    displayName: string;
    latencyBudgetMs: number;
    maxQueue: number;
    startTargetTicks: number;
  }[];
  nodes: { id: string; shard: number }[];
  currencies: { id: string; decimals: number }[];
  /** Facts a steward wants beside the title: seed, author, owner. */
  facts: { label: string; value: string }[];
}

export type RunStatusWord =
  | 'ready'
  | 'running'
  | 'completed'
  | 'stopped'
  | 'stalled'
  | 'tick-budget'
  | 'failed';

export interface Overview {
  status: RunStatusWord;
  tick: number;
  /** Estimate while it runs, exact when it has ended. */
  endTick: number | null;
  digest: string | null;
  events: number;
  /** One sentence; `emphasis` is the part of it that needs a person (null when all is well). */
  verdict: { sentence: string; emphasis: string | null; tone: Tone };
  /** One or two sentences below it. */
  lead: string;
  kpis: { id: string; label: string; value: string; exact: string; note: string; tone: Tone }[];
  alerts: Alert[];
  /** The chronicle as paragraphs under headings; the same words as mission-chronicle.md. */
  chronicle: { heading: string; paragraphs: string[] }[];
  counts: Counts;
  /** Ticks waited, summed over jobs, by reason. */
  waits: { reason: string; words: string; ticks: number }[];
  latency: {
    shard: number;
    started: number;
    waitP50: number;
    waitP95: number;
    waitP99: number;
    transitP50: number;
    transitP95: number;
    transitP99: number;
    startedInTimeShare: number;
  }[];
}

export type Tone = 'good' | 'neutral' | 'warn' | 'bad';

export interface Alert {
  id: string;
  tone: Tone;
  title: string;
  detail: string;
  /** A command the director can open prefilled, or a place to look. */
  action: { words: string; command?: OwnerCommand; view?: ViewLink } | null;
}
export interface ViewLink {
  tab: Tab;
  filter?: Record<string, string>;
}
export const TABS = ['brief', 'atlas', 'fleet', 'jobs', 'ledger', 'events', 'commands', 'proof'] as const;
export type Tab = (typeof TABS)[number];

/** Seven exclusive states; submitted = all but scheduled. */
export interface Counts {
  scheduled: number;
  queued: number;
  transit: number;
  running: number;
  completed: number;
  failed: number;
  cancelled: number;
}

/** What the Orrery draws, sent at most 30 times a second as transferred arrays. */
export interface Frame {
  tick: number;
  status: RunStatusWord;
  events: number;
  /** COUNT_FIELDS, in that order. */
  counts: Float64Array;
  /** SHARD_FIELDS for each shard. */
  shards: Float64Array;
  /** NODE_FIELDS for each node. */
  nodes: Float64Array;
  /** FLOW_FIELDS for each pair of shards that ever exchanged work. */
  flows: Float64Array;
  /** Ticks run in the last second of wall time; 0 when standing. */
  ticksPerSecond: number;
}
export const COUNT_FIELDS = [
  'scheduled',
  'queued',
  'transit',
  'running',
  'completed',
  'failed',
  'cancelled',
] as const;
/** pause: PauseMode in force; alert: 0 or 1. */
export const SHARD_FIELDS = [
  'queued',
  'inbound',
  'running',
  'usedSlots',
  'activeSlots',
  'completed',
  'failed',
  'cancelled',
  'pause',
  'alert',
  'maxQueue',
] as const;
/** status: 0 online, 1 offline (later 2 suspect, 3 draining). */
export const NODE_FIELDS = ['status', 'used', 'slots', 'shard'] as const;
/** jobs: departed so far; inTransit: on their way now; recent: departed in the last 10 ticks. */
export const FLOW_FIELDS = ['from', 'to', 'jobs', 'inTransit', 'recent'] as const;

export const SERIES = [
  'completed',
  'failed',
  'queued',
  'running',
  'transit',
  'throughput',
  'utilisation',
] as const;
export type SeriesName = (typeof SERIES)[number];
export interface SeriesQuery {
  name: SeriesName;
  /** Shard numbers, or 'all' for the sum over the fabric. */
  of: number[] | 'all';
}
export interface SeriesData {
  name: SeriesName;
  unit: 'jobs' | 'jobs per tick' | 'share of slots';
  /** Sample ticks, ascending; at most a few thousand. Values hold until the next sample. */
  ticks: Float64Array;
  lines: { label: string; shard: number | null; values: Float64Array }[];
}

export const TABLES = [
  'jobs',
  'events',
  'nodes',
  'shards',
  'flows',
  'accounts',
  'costs',
  'invariants',
] as const;
export type TableName = (typeof TABLES)[number];
export interface PageQuery {
  table: TableName;
  offset: number;
  /** At most 500. */
  limit: number;
  sort?: { column: string; descending: boolean };
  /** Column to wanted text; text columns match a part of it, enumerated and number columns the whole. `tickFrom`/`tickTo` bound events. */
  filter?: Record<string, string>;
}
export interface Page {
  table: TableName;
  columns: Column[];
  /** Rows in the whole table, and those that pass the filter. */
  total: number;
  matching: number;
  offset: number;
  /** One array a row, in the order of `columns`; null = not known. */
  rows: Cell[][];
}
export type Cell = string | number | null;
export interface Column {
  id: string;
  label: string;
  kind: 'text' | 'number' | 'enum' | 'id';
  unit?: string;
  /** For `enum`: what it can be. */
  values?: string[];
  /** For `id`: what a click opens. */
  entity?: EntityRef['kind'];
  sortable: boolean;
  filterable: boolean;
  /** A sentence for the tooltip. */
  help?: string;
}

export type EntityRef = { kind: 'job' | 'node' | 'shard'; id: string } | { kind: 'event'; id: string };
export interface Entity {
  ref: EntityRef;
  title: string;
  subtitle: string;
  /** Grouped facts; a value with a unit is already words. */
  groups: { heading: string; facts: { label: string; value: string; tone?: Tone; link?: EntityRef }[] }[];
  /** Its events, oldest first, at most 500. */
  history: { tick: number; type: string; words: string }[];
  /** Levers that make sense for it now. */
  levers: { words: string; command: OwnerCommand }[];
}

export interface Topology {
  links: { from: number; to: number; latencyMs: number; oneWay: boolean }[];
  /** Spillover targets as listed: from shard to shard, in order. */
  targets: { from: number; to: number }[];
  /** Deterministic mermaid text, as in mission-topology.mmd. */
  mermaid: string;
  edges: number;
}

export type CommandOutcome = 'executed' | 'rejected' | 'pending' | 'scheduled';
export interface CommandsView {
  rows: {
    sequence: number;
    tick: number;
    type: string;
    words: string;
    command: OwnerCommand;
    note: string | null;
    origin: 'plan' | 'live';
    outcome: CommandOutcome;
    reason: string | null;
    effect: string | null;
  }[];
}

export interface LedgerView {
  /** Each with its unit: jobs, or value, or money. */
  totals: { id: string; label: string; jobs: number; value: number }[];
  costs: {
    currency: string;
    decimals: number;
    totalSmallest: number;
    byNode: { node: string; smallest: number }[];
  }[];
  invariants: InvariantResult[];
}
export interface InvariantResult {
  id: string;
  sentence: string;
  holds: boolean;
  left: number;
  right: number;
  /** The tick of the first breach, when it does not hold. */
  tick: number | null;
}

export type Verdict = 'yes' | 'no' | 'unknown';
export interface Proof {
  headline: { sentence: string; emphasis: string | null; tone: Tone };
  sentences: {
    id: 'complete' | 'unaltered' | 'conserved' | 'reproduced' | 'signed';
    title: string;
    verdict: Verdict;
    sentence: string;
    details: string[];
    elapsedMs: number | null;
  }[];
  files: {
    path: string;
    bytes: number;
    state: 'matches' | 'altered' | 'missing' | 'unlisted' | 'not covered';
    note: string;
  }[];
  /** Our own recount of the events beside what the report claims. */
  recount: {
    label: string;
    claimed: number | null;
    recounted: number;
    agrees: boolean | null;
    unit: string;
  }[];
  segments: { count: number; lastDigest: string | null };
}

/** A run's inputs, for links, branches and reports. */
export interface RunInputs {
  plan: Plan;
  commands: (ScheduledCommand & { sequence: number; origin: 'plan' | 'live' })[];
}
