/**
 * Every limit of a mission, in one place. Past a limit a mission is refused with the limit,
 * the number found and the place (docs/formats.md lists them for readers).
 */
export const LIMITS = {
  /** A job's rank shares an Int32 sort key with its priority (4 bits), so it must stay below 2^24. */
  jobs: 10_000_000,
  /** An event packs a pair of shards into one 16-bit number. */
  shards: 256,
  nodes: 10_000,
  /** Every ordered pair of 256 shards. */
  links: 65_280,
  /** Ticks live in Int32 columns. */
  ticks: 0x7fffffff,
  commands: 100_000,
  faults: 100_000,
  /** Skills and compliance tags together. */
  tags: 256,
  jobClasses: 4_096,
  /** Kinds of jobs; far more than classes, so that a generated plan may split by shard and hour. */
  workloadEntries: 100_000,
  currencies: 256,
  /** Spillover policies of one shard: several for every other shard. */
  policies: 1_024,
  /** Rows of one duration table. */
  tableRows: 10_000,
  idBytes: 128,
  nameBytes: 256,
  noteBytes: 10_000,
  /** Sums of value and cost stay exact in a double. */
  sum: Number.MAX_SAFE_INTEGER,
  planBytes: 64 * 1024 * 1024,
  jsonDepth: 64,
  /** Objects and lists in one file: twice what the biggest plan of 64 MiB holds, and not yet a memory full of them. */
  jsonContainers: 4_000_000,
  reportFiles: 10_000,
  zipInflatedBytes: 8 * 1024 * 1024 * 1024,
  /** Inflation beyond this ratio is refused once more than `zipRatioFreeBytes` came out. */
  zipRatio: 1_000,
  zipRatioFreeBytes: 100 * 1024 * 1024,
  /** One string on screen; the rest on request. */
  shownCharacters: 10_000,
  mermaidEdges: 300,
} as const;
