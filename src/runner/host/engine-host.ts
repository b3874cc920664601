import { type Engine, RUN_STATUSES, type RunCommand } from '../../engine';
import type { OwnerCommand } from '../../plan';
import { createRunView, type Frame, liveSource, type RunView } from '../../report';
import type { Failure, Pace } from '../session';
import type { Keeper } from '../vault/keeper';
import type { HostClock } from './clock';
import { failureOf } from './failure';
import { type Course, flight, passage, rehearsal } from './pace';
import { type Preview, previewOf } from './preview';
import { Saving } from './saving';
import { SpeedMeter } from './speed';

/** A screen shows no more; each frame costs a look at every shard and node. */
const FRAME_MS = 1000 / 30;
/** How often a run that is held still looks whether it may go on. */
const HOLD_LOOK_MS = 2;

export interface HostOptions {
  engine: Engine;
  clock: HostClock;
  keeper: Keeper;
  /** The tick that is already saved, when the run was opened from the vault. */
  savedTick?: number;
  onFrame?: (frame: Frame) => void;
  onFailure?: (failure: Failure) => void;
}

/**
 * Owns an engine and moves it: in slices, so that questions and commands are answered between two of them.
 * Knows no worker and no DOM. The clock decides when ticks are done and never what happens in them.
 * An engine that throws stays failed: its facts can still be asked for, but it does not move again.
 */
export class EngineHost {
  readonly engine: Engine;
  readonly view: RunView;
  failure: Failure | null = null;
  private readonly clock: HostClock;
  private readonly keeper: Keeper;
  private readonly saving: Saving;
  private readonly speed: SpeedMeter;
  private readonly onFrame: (frame: Frame) => void;
  private readonly onFailure: (failure: Failure) => void;
  private course: Course | null = null;
  /** The loop of the last course; resolves when it stands. Never rejects. */
  private moving: Promise<void> = Promise.resolve();
  /** Above 0 the engine stands at its tick although it has a course. */
  private holds = 0;
  private framedAt = Number.NEGATIVE_INFINITY;
  /** Commands are written down one after the other, in the order they were given. */
  private giving: Promise<unknown> = Promise.resolve();

  constructor({ engine, clock, keeper, savedTick, onFrame, onFailure }: HostOptions) {
    this.engine = engine;
    this.clock = clock;
    this.keeper = keeper;
    this.onFrame = onFrame ?? (() => {});
    this.onFailure = onFailure ?? (() => {});
    this.saving = new Saving(engine, keeper, () => clock.now(), savedTick ?? null);
    this.speed = new SpeedMeter(() => clock.now());
    this.view = createRunView(
      liveSource(engine, {
        ticksPerSecond: () => this.speed.ticksPerSecond(),
        failed: () => this.failure !== null,
      }),
    );
  }

  /** Sets the run moving; resolves at once. `finished` says when it stands again. */
  play(pace: Pace): void {
    const { engine, clock } = this;
    this.follow(
      pace.kind === 'rehearse' ? rehearsal(engine) : flight(engine, pace.ticksPerSecond, clock.now()),
    );
  }

  /** Resolves when the run stands and its state is saved. @throws the failure, when the engine failed */
  async finished(): Promise<void> {
    await this.moving;
    this.checkAlive();
  }

  async pause(): Promise<void> {
    this.course = null;
    await this.finished();
  }

  /** Does this many ticks, or runs to the end, and stands. */
  step(ticks: number): Promise<void> {
    return this.runTo(this.engine.tick + ticks);
  }

  /** Runs until tick `tick` has been done, or to the end, and stands. Another course given meanwhile ends it early. */
  async runTo(tick: number): Promise<void> {
    this.follow(passage(this.engine, tick));
    await this.finished();
  }

  /** Writes a command down, then gives it to the engine, which stands meanwhile: it acts in the tick it was written for. */
  give(command: OwnerCommand, note?: string): Promise<RunCommand> {
    const given = this.giving.then(() => this.hold(() => this.writeAndGive(command, note)));
    this.giving = given.catch(() => {});
    return given;
  }

  preview(command: OwnerCommand): Preview {
    this.checkAlive();
    return previewOf(this.engine, command);
  }

  /** Lets `act` read the run while it stands still. */
  async hold<T>(act: () => Promise<T>): Promise<T> {
    this.holds++;
    try {
      return await act();
    } finally {
      this.holds--;
    }
  }

  /** Resolves when the present state is in the vault. */
  async save(): Promise<void> {
    if (this.failure === null) await this.saving.settle();
  }

  private async writeAndGive(command: OwnerCommand, note?: string): Promise<RunCommand> {
    const { engine } = this;
    this.checkAlive();
    if (engine.ended)
      throw new Error(`The run has ended (${RUN_STATUSES[engine.tables.status]}); it takes no more commands`);
    const planned: RunCommand = {
      tick: engine.tick + 1,
      command,
      sequence: engine.commands.length,
      origin: 'live',
    };
    if (note !== undefined) planned.note = note;
    await this.keeper.command(planned);
    const given = engine.give(command, note);
    if (given.tick !== planned.tick || given.sequence !== planned.sequence)
      throw new Error('A command took effect at another tick than was written down');
    return given;
  }

  private checkAlive(): void {
    if (this.failure !== null) throw new Error(`The engine has failed: ${this.failure.message}`);
  }

  private follow(course: Course): void {
    this.checkAlive();
    this.course = course;
    const before = this.moving;
    this.moving = before.then(() => this.move(course));
  }

  private async move(course: Course): Promise<void> {
    try {
      await this.followOn(course);
      // Another course that follows will save and show where it stands.
      if (this.course !== null) return;
      this.speed.stand();
      await this.frame();
      await this.save();
    } catch (error) {
      this.fail(error);
    }
  }

  private async followOn(course: Course): Promise<void> {
    const { clock, engine } = this;
    while (this.course === course && !engine.ended) {
      if (this.holds > 0) {
        await clock.sleep(HOLD_LOOK_MS);
        continue;
      }
      const more = course.slice(() => clock.now());
      this.speed.note(engine.tick);
      if (!more) break;
      if (clock.now() - this.framedAt >= FRAME_MS) await this.frame();
      this.saving.maybe();
      const rest = course.restMs();
      await (rest > 0 ? clock.sleep(rest) : clock.breathe());
    }
    if (this.course === course) this.course = null;
  }

  private async frame(): Promise<void> {
    this.framedAt = this.clock.now();
    this.onFrame(await this.view.frame());
  }

  private fail(error: unknown): void {
    this.failure = failureOf(error, this.engine);
    this.course = null;
    this.speed.stand();
    this.onFailure(this.failure);
  }
}
