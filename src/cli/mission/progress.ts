import { counted, thousands } from '../../plan';
import type { Frame } from '../../report';

const ON_SCREEN_MS = 100;
const IN_A_LOG_MS = 2_000;
/** What counts as done: completed, failed and cancelled, in COUNT_FIELDS. */
const FIRST_ENDED = 4;

/** Shows how a run gets on, as one line that is written over on a terminal and now and then in a log. */
export class Progress {
  private readonly startedAt = performance.now();
  private shownAt = this.startedAt;
  private endedAtStart: number | null = null;
  private wide = 0;

  constructor(
    private readonly jobs: number,
    private readonly ticks: number,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  start(title: string): void {
    this.say(`${title}: ${counted(this.jobs, 'job')}, about ${counted(this.ticks, 'tick')}`);
  }

  frame({ tick, counts }: Frame): void {
    const now = performance.now();
    const ended = counts.slice(FIRST_ENDED).reduce((sum, n) => sum + n, 0);
    this.endedAtStart ??= ended;
    if (!this.isTime(now)) return;
    const seconds = (now - this.startedAt) / 1000;
    const rate = seconds > 0 ? (ended - this.endedAtStart) / seconds : 0;
    const speed = rate >= 1 ? `, ${counted(Math.round(rate), 'job')} a second` : '';
    this.say(
      `Tick ${thousands(Math.max(0, tick))} of about ${thousands(this.ticks)}: ${thousands(ended)} of ${counted(this.jobs, 'job')} ended${speed}`,
    );
  }

  /** @param bytes of the report written so far */
  writing(bytes: number): void {
    if (this.isTime(performance.now()))
      this.say(`Writing the report: ${thousands(Math.round(bytes / 1_000_000))} MB`);
  }

  private isTime(now: number): boolean {
    if (now - this.shownAt < (this.out.isTTY ? ON_SCREEN_MS : IN_A_LOG_MS)) return false;
    this.shownAt = now;
    return true;
  }

  private say(line: string): void {
    if (!this.out.isTTY) {
      this.out.write(`${line}\n`);
      return;
    }
    this.out.write(`\r${line.padEnd(this.wide)}`);
    this.wide = line.length;
  }

  /** Ends the line, so that what follows starts on its own. */
  end(): void {
    if (this.out.isTTY && this.wide > 0) this.out.write(`\r${' '.repeat(this.wide)}\r`);
  }
}
