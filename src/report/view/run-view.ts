import { type Facts, gatherFacts } from '../brief/facts';
import { overviewOf } from '../brief/overview';
import { Story } from '../brief/story';
import { accountsTable, costsTable, flowsTable, invariantsTable } from '../tables/books';
import { eventsTable } from '../tables/events';
import { nodesTable, shardsTable } from '../tables/fleet';
import { jobsTable } from '../tables/jobs';
import { Pages } from '../tables/pages';
import type { Table } from '../tables/table';
import { commandsOf } from './commands';
import { describeRun } from './describe';
import { entityOf } from './entity';
import { frameOf } from './frame';
import { ledgerOf } from './ledger';
import { seriesOf } from './series';
import type { RunSource } from './source';
import { topologyOf } from './topology';
import {
  type CommandsView,
  type Entity,
  type EntityRef,
  type Frame,
  type LedgerView,
  type Overview,
  type Page,
  type PageQuery,
  type Proof,
  type RunDescription,
  type RunView,
  type SeriesData,
  type SeriesQuery,
  TABLES,
  type TableName,
  type Topology,
} from './types';

/**
 * Answers every question about a run from its source, synchronously. The same code serves a running engine, a replay
 * and a report. What costs O(jobs) or O(events) is kept until the run moves on.
 */
export class RunAnswers {
  private readonly story: Story;
  private readonly pages = new Pages();
  private readonly tables = new Map<TableName, { version: number; table: Table }>();
  private facts: { version: number; facts: Facts } | null = null;
  private description: RunDescription | null = null;
  private drawing: Topology | null = null;
  private version = 0;
  private seen = '';

  constructor(readonly source: RunSource) {
    this.story = new Story(source.tables, source.commands);
  }

  describe(): RunDescription {
    this.description ??= describeRun(this.source);
    return this.description;
  }

  overview(): Overview {
    return overviewOf(this.gathered());
  }

  /** Sums and times of the run as it stands, for writers of reports. */
  gathered(): Facts {
    const version = this.standing();
    if (this.facts === null || this.facts.version !== version) {
      this.facts = { version, facts: gatherFacts(this.source, this.story) };
    }
    return this.facts.facts;
  }

  frame(): Frame {
    return frameOf(this.source);
  }

  series(query: SeriesQuery): SeriesData {
    return seriesOf(this.source, query);
  }

  /** @throws when there is no table of that name. */
  page(query: PageQuery): Page {
    if (!TABLES.includes(query.table)) throw new Error(`there is no table "${query.table}"`);
    const version = this.standing();
    let kept = this.tables.get(query.table);
    if (kept === undefined || kept.version !== version) {
      kept = { version, table: this.makeTable(query.table) };
      this.tables.set(query.table, kept);
    }
    return this.pages.page(kept.table, query, version);
  }

  topology(): Topology {
    this.drawing ??= topologyOf(this.source);
    return this.drawing;
  }

  entity(ref: EntityRef): Entity | null {
    this.story.catchUp();
    return entityOf(this.source, this.story, ref);
  }

  commands(): CommandsView {
    return commandsOf(this.source);
  }

  ledger(): LedgerView {
    return ledgerOf(this.source);
  }

  proof(): Proof {
    return this.source.proof();
  }

  private makeTable(name: TableName): Table {
    const { source } = this;
    switch (name) {
      case 'jobs':
        this.story.catchUp();
        return jobsTable(source, this.story);
      case 'events':
        return eventsTable(source);
      case 'nodes':
        return nodesTable(source);
      case 'shards':
        return shardsTable(source);
      case 'flows':
        return flowsTable(source);
      case 'accounts':
        return accountsTable(source);
      case 'costs':
        return costsTable(source);
      case 'invariants':
        return invariantsTable(source);
    }
  }

  /** A number that changes whenever the run has moved on, or was given a command. */
  private standing(): number {
    const { tables, tick, commands, status } = this.source;
    const now = `${tables.log.length}/${tick}/${commands.length}/${status}`;
    if (now !== this.seen) {
      this.seen = now;
      this.version++;
    }
    return this.version;
  }
}

/** The seam as the page knows it, over answers that are at hand. */
export function createRunView(source: RunSource): RunView {
  const answers = new RunAnswers(source);
  return {
    describe: async () => answers.describe(),
    overview: async () => answers.overview(),
    frame: async () => answers.frame(),
    series: async (query) => answers.series(query),
    page: async (query) => answers.page(query),
    topology: async () => answers.topology(),
    entity: async (ref) => answers.entity(ref),
    commands: async () => answers.commands(),
    ledger: async () => answers.ledger(),
    proof: async () => answers.proof(),
  };
}
