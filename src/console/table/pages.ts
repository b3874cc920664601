import type { Cell, Column, Page, PageQuery } from '../../report';

export const PAGE_ROWS = 200;
/** Pages kept around the ones in sight; the rest are asked again. */
const PAGES_KEPT = 24;

/** A row that is here, with its place among all that match. */
export interface LoadedRow {
  index: number;
  cells: Cell[];
}

export interface Shown {
  columns: Column[];
  /** All rows that are here, a few thousand at most; the same array until others come. */
  rows: readonly LoadedRow[];
  total: number;
  matching: number;
  /** Rows of an older question are on the screen while the new one is asked. */
  stale: boolean;
  problem: string | null;
}

/** What is asked: everything of a page query but where it begins and ends. */
export type Question = Pick<PageQuery, 'table' | 'sort' | 'filter'>;

/**
 * The rows of a table, held a page at a time. Asks for what is in sight, keeps what it had until the new
 * rows are here, and drops answers to older questions.
 */
export class Pages {
  shown: Shown = { columns: [], rows: [], total: 0, matching: 0, stale: true, problem: null };
  private readonly held = new Map<number, LoadedRow[]>();
  private readonly inFlight = new Set<string>();
  private question: Question | null = null;
  private turn = 0;
  private fresh = false;
  private again = false;
  private first = 0;
  private end = 1;

  constructor(
    private readonly page: (query: PageQuery) => Promise<Page>,
    private readonly changed: () => void,
  ) {}

  /** Another filter or order: old rows stay in sight until the first page of the new ones is here. */
  ask(question: Question): void {
    this.question = question;
    this.turn++;
    this.fresh = true;
    this.shown = { ...this.shown, stale: true };
    this.first = 0;
    this.end = PAGE_ROWS;
    this.askInSight(true);
  }

  /** Rows in sight, the end not included. */
  look(first: number, end: number): void {
    this.first = first;
    this.end = Math.max(first + 1, end);
    if (!this.fresh) this.askInSight(false);
  }

  /** The run has moved: what is in sight is asked again. */
  refresh(): void {
    if (this.inFlight.size > 0) this.again = true;
    else this.askInSight(true);
  }

  /** Nothing that is still on its way will be heard. */
  close(): void {
    this.turn++;
  }

  private askInSight(evenIfHeld: boolean): void {
    const from = Math.floor(this.first / PAGE_ROWS);
    const to = Math.floor((this.end - 1) / PAGE_ROWS);
    for (let index = from; index <= to; index++) {
      if (evenIfHeld || !this.held.has(index)) void this.fetch(index);
    }
  }

  private async fetch(index: number): Promise<void> {
    const { question, turn } = this;
    const key = `${turn}/${index}`;
    if (question === null || this.inFlight.has(key)) return;
    this.inFlight.add(key);
    try {
      const page = await this.page({ ...question, offset: index * PAGE_ROWS, limit: PAGE_ROWS });
      if (turn !== this.turn) return;
      this.take(index, page);
    } catch (error) {
      if (turn !== this.turn) return;
      this.fresh = false;
      this.shown = {
        ...this.shown,
        stale: false,
        problem: error instanceof Error ? error.message : String(error),
      };
    } finally {
      this.inFlight.delete(key);
    }
    this.changed();
    if (this.again && this.inFlight.size === 0) {
      this.again = false;
      this.askInSight(true);
    }
  }

  private take(index: number, page: Page): void {
    if (this.fresh) {
      this.held.clear();
      this.fresh = false;
    }
    this.held.delete(index);
    this.held.set(
      index,
      page.rows.map((cells, k) => ({ index: index * PAGE_ROWS + k, cells })),
    );
    for (const oldest of this.held.keys()) {
      if (this.held.size <= PAGES_KEPT) break;
      this.held.delete(oldest);
    }
    const { columns, total, matching } = page;
    // The columns keep their identity, so that headers and filters are not drawn again with every answer.
    const same = JSON.stringify(columns) === JSON.stringify(this.shown.columns);
    this.shown = {
      columns: same ? this.shown.columns : columns,
      rows: [...this.held.values()].flat(),
      total,
      matching,
      stale: false,
      problem: null,
    };
    this.askInSight(false);
  }
}
