import type { OwnerCommand } from '../../plan';
import type { Frame } from '../../report';
import type { Failure, Pace, Session } from '../../runner';
import { MockRunView } from './view';

const FRAME_MS = 33;

/** A session that walks through the mock run. Commands are written down and received, but change nothing. */
export class MockSession implements Session {
  readonly runId = 'mock-run';
  readonly view: MockRunView;
  private readonly listeners = new Set<(frame: Frame) => void>();
  private readonly failed = new Set<(failure: Failure) => void>();
  private timer: ReturnType<typeof setInterval> | null = null;
  private owed = 0;

  constructor(tick: number | null = 0) {
    this.view = new MockRunView(tick);
  }

  onFrame(listener: (frame: Frame) => void): () => void {
    this.listeners.add(listener);
    listener(this.view.frameNow());
    return () => this.listeners.delete(listener);
  }

  onFailure(listener: (failure: Failure) => void): () => void {
    this.failed.add(listener);
    return () => this.failed.delete(listener);
  }

  /** Lets a test see how the page shows a dead engine. */
  fail(failure: Failure): void {
    this.halt();
    for (const listener of this.failed) listener(failure);
  }

  async play(pace: Pace): Promise<void> {
    this.halt();
    const ticksPerSecond = pace.kind === 'fly' ? pace.ticksPerSecond : 600;
    this.view.ticksPerSecond = ticksPerSecond;
    this.timer = setInterval(() => {
      this.owed += (ticksPerSecond * FRAME_MS) / 1000;
      const ticks = Math.floor(this.owed);
      this.owed -= ticks;
      if (ticks > 0) this.moveTo(this.view.tick + ticks);
    }, FRAME_MS);
  }

  async pause(): Promise<void> {
    this.halt();
    this.tell();
  }

  async step(ticks: number): Promise<void> {
    this.halt();
    this.moveTo(this.view.tick + ticks);
  }

  async runTo(tick: number): Promise<void> {
    this.halt();
    this.moveTo(tick);
  }

  async give(command: OwnerCommand, note?: string): Promise<{ tick: number; sequence: number }> {
    const tick = this.view.tick + 1;
    const sequence = 100 + this.view.live.length;
    this.view.live.push({
      sequence,
      tick,
      type: command.type,
      words: command.type,
      command,
      note: note ?? null,
      origin: 'live',
      outcome: 'executed',
      reason: null,
      effect: 'The mock took note of it.',
    });
    return { tick, sequence };
  }

  async preview(
    command: OwnerCommand,
  ): Promise<{ words: string; rejected: string | null; irreversible: boolean }> {
    const irreversible = command.type === 'job.cancel' || command.type === 'run.stop';
    return { words: `This would touch 1 thing (${command.type}).`, rejected: null, irreversible };
  }

  async exportZip(onChunk: (chunk: Uint8Array) => void | Promise<void>): Promise<void> {
    await onChunk(new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...new Uint8Array(18)]));
  }

  async exportFiles(onFile: (path: string, chunk: Uint8Array | null) => void | Promise<void>): Promise<void> {
    await onFile('plan.json', new TextEncoder().encode('{}\n'));
    await onFile('plan.json', null);
  }

  async dispose(): Promise<void> {
    this.halt();
    this.listeners.clear();
    this.failed.clear();
  }

  private moveTo(tick: number): void {
    this.view.tick = Math.min(tick, this.view.history.lastTick);
    if (this.view.tick === this.view.history.lastTick) this.halt();
    this.tell();
  }

  private halt(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.view.ticksPerSecond = 0;
  }

  private tell(): void {
    const frame = this.view.frameNow();
    for (const listener of this.listeners) listener(frame);
  }
}
