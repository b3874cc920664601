const WINDOW_MS = 1000;

/** Ticks run in the last second of wall time. */
export class SpeedMeter {
  private readonly marks: { at: number; tick: number }[] = [];

  constructor(private readonly now: () => number) {}

  /** Notes that tick `tick` has been done. */
  note(tick: number): void {
    const at = this.now();
    const last = this.marks.at(-1);
    // Slices come every few milliseconds; 30 marks a second say as much as a thousand.
    if (last !== undefined && this.marks.length > 1 && at - last.at < 33) last.tick = tick;
    else this.marks.push({ at, tick });
    this.forget(at);
  }

  /** The run stands. */
  stand(): void {
    this.marks.length = 0;
  }

  ticksPerSecond(): number {
    this.forget(this.now());
    const first = this.marks[0];
    const last = this.marks.at(-1);
    if (first === undefined || last === undefined || last.at === first.at) return 0;
    return ((last.tick - first.tick) * 1000) / (last.at - first.at);
  }

  private forget(at: number): void {
    while (this.marks.length > 2 && this.marks[0].at < at - WINDOW_MS) this.marks.shift();
  }
}
