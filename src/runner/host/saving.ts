import type { Engine } from '../../engine';
import type { Keeper } from '../vault/keeper';
import type { Standing } from '../vault/records';
import { standingOf } from './standing';

/** Above this a state is computed again sooner than it is written and read (about 400,000 jobs). */
export const SNAPSHOT_BYTES_MAX = 64 * 1024 * 1024;
const EVERY_MS = 2_000;
/** Only the tick and the counts: a small write, so that a run cut off in flight stands again where people saw it. */
const STANDING_EVERY_MS = 250;
/** At most a twentieth of the time goes into saving. */
const REST_PER_SAVING = 20;
/** Bytes of one event and of one job in a snapshot. */
const EVENT_BYTES = 21;
const JOB_BYTES = 64;

/** About the size of a snapshot with its whole log, before it is made. */
export function snapshotBytes({ tables }: Engine): number {
  return tables.log.length * EVENT_BYTES + tables.jobs.count * JOB_BYTES;
}

/** Saves a moving run now and then, within a budget of bytes and time. */
export class Saving {
  private underWay: Promise<void> | null = null;
  private savedTick: number | null = null;
  private restUntil: number;
  private standingUntil: number;
  private snapshotsOff = false;

  constructor(
    private readonly engine: Engine,
    private readonly keeper: Keeper,
    private readonly now: () => number,
    /** Where the run stood when it was opened: nothing new to save there. */
    savedTick: number | null,
  ) {
    this.savedTick = savedTick;
    this.restUntil = now() + EVERY_MS;
    this.standingUntil = now() + STANDING_EVERY_MS;
  }

  /** Begins to save when it is time to; the run goes on meanwhile. */
  maybe(): void {
    if (this.underWay !== null) return;
    if (this.now() >= this.restUntil) this.begin();
    else if (this.now() >= this.standingUntil) this.keepStanding();
  }

  /** Resolves when the present state is saved. Never rejects. */
  async settle(): Promise<void> {
    while (this.underWay !== null) await this.underWay;
    if (this.savedTick !== this.engine.tick) this.begin();
    if (this.underWay !== null) await this.underWay;
  }

  private keepStanding(): void {
    this.underWay = this.keeper.standing(standingOf(this.engine)).finally(() => {
      this.underWay = null;
      this.standingUntil = this.now() + STANDING_EVERY_MS;
    });
  }

  private begin(): void {
    const { engine, keeper } = this;
    const start = this.now();
    const standing = standingOf(engine);
    this.savedTick = engine.tick;
    const tooLarge = snapshotBytes(engine) > SNAPSHOT_BYTES_MAX;
    const snapshot = this.snapshotsOff || tooLarge ? null : engine.snapshot();
    this.underWay = this.write(keeper, standing, snapshot).finally(() => {
      this.underWay = null;
      this.restUntil = this.now() + Math.max(EVERY_MS, REST_PER_SAVING * (this.now() - start));
    });
  }

  private async write(keeper: Keeper, standing: Standing, snapshot: ArrayBuffer | null): Promise<void> {
    if (snapshot === null) return keeper.standing(standing);
    if (await keeper.snapshot(standing, snapshot)) return;
    this.snapshotsOff = true;
    await keeper.standing(standing);
  }
}
