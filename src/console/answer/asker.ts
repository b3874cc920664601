/** What a question to the run has brought so far. */
export interface Answered<T> {
  /** The last answer; stays while a newer one is on its way, so that nothing jumps. */
  answer: T | null;
  /** Why the last question failed, in words. */
  problem: string | null;
}

export const AT_MOST_EVERY_MS = 250;

/**
 * Puts one question again and again, but never twice at a time and at most four times a second. The answer to
 * an older question is dropped.
 */
export class Asker<T> {
  private turn = 0;
  private inFlight = false;
  private again = false;
  private askedAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    /** Always the newest way to ask. */
    private readonly ask: () => Promise<T>,
    private readonly tell: (next: (was: Answered<T>) => Answered<T>) => void,
  ) {}

  /** Another question: asked at once, whatever is on its way. */
  now(): void {
    this.stop();
    this.put();
  }

  /** The same question, since its answer may have changed. */
  soon(): void {
    if (this.inFlight) this.again = true;
    else if (this.timer === null) {
      const wait = Math.max(0, this.askedAt + AT_MOST_EVERY_MS - performance.now());
      this.timer = setTimeout(() => this.put(), wait);
    }
  }

  /** Nothing that is still on its way will be heard. */
  stop(): void {
    this.turn++;
    this.inFlight = false;
    this.again = false;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private put(): void {
    const mine = ++this.turn;
    this.timer = null;
    this.inFlight = true;
    this.again = false;
    this.askedAt = performance.now();
    this.ask().then(
      (answer) => this.done(mine, () => ({ answer, problem: null })),
      (error: unknown) =>
        this.done(mine, (was) => ({
          ...was,
          problem: error instanceof Error ? error.message : String(error),
        })),
    );
  }

  private done(turn: number, next: (was: Answered<T>) => Answered<T>): void {
    if (turn !== this.turn) return;
    this.inFlight = false;
    this.tell(next);
    if (this.again) this.soon();
  }
}
