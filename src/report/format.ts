/** Formats of a report's files. A file of a newer number is told as such and not guessed at. */
export const REPORT_FORMAT = 'orrery.report/1';
export const FORMATS = {
  report: REPORT_FORMAT,
  mission: 'orrery.mission/1',
  events: 'orrery.events/1',
  summary: 'orrery.summary/1',
  ledger: 'orrery.ledger/1',
  checkpoint: 'orrery.checkpoint/1',
  commands: 'orrery.owner-commands/1',
  provenance: 'orrery.provenance/1',
} as const;

/** Every file of a report, in the order it is written: what others need to be read comes first. */
export const REPORT_FILES = [
  'plan.json',
  'commands.json',
  'manifest.json',
  'summary.json',
  'ledger.json',
  'owner-commands-executed.json',
  'mission-chronicle.md',
  'mission-topology.mmd',
  'checkpoint.json',
  'events.ndjson',
  'SHA256SUMS',
  'provenance.json',
] as const;
export type ReportFileName = (typeof REPORT_FILES)[number];

/** Files that SHA256SUMS does not list: itself, what differs between equal runs, and what people add later. */
export const NOT_SUMMED: ReadonlySet<string> = new Set([
  'SHA256SUMS',
  'provenance.json',
  'review.ndjson',
  'signature.dsse.json',
]);
