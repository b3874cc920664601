/** Delivers the newest letter only: while one is on its way, later ones replace each other. */
export class Mailbox<T> {
  private waiting: T | null = null;
  private busy = false;

  constructor(private readonly deliver: (letter: T) => Promise<void>) {}

  post(letter: T): void {
    this.waiting = letter;
    if (!this.busy) void this.empty();
  }

  private async empty(): Promise<void> {
    this.busy = true;
    try {
      while (this.waiting !== null) {
        const letter = this.waiting;
        this.waiting = null;
        await this.deliver(letter);
      }
    } catch {
      // Nobody listens any more; a frame is never worth an error.
    } finally {
      this.busy = false;
    }
  }
}
