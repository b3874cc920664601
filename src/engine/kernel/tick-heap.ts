/**
 * A binary heap of (tick, key) in Int32 columns: smallest tick first, then smallest key, so equal ticks
 * never depend on the order of insertion.
 */
export class TickHeap {
  private ticks = new Int32Array(16);
  private keys = new Int32Array(16);
  length = 0;

  /** Tick and key of the smallest entry; the heap must not be empty. */
  get tick(): number {
    return this.ticks[0];
  }
  get key(): number {
    return this.keys[0];
  }

  push(tick: number, key: number): void {
    if (this.length === this.ticks.length) {
      this.ticks = doubled(this.ticks);
      this.keys = doubled(this.keys);
    }
    let at = this.length++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(tick, key, this.ticks[parent], this.keys[parent])) break;
      this.ticks[at] = this.ticks[parent];
      this.keys[at] = this.keys[parent];
      at = parent;
    }
    this.ticks[at] = tick;
    this.keys[at] = key;
  }

  /** Removes the smallest entry. */
  pop(): void {
    const length = --this.length;
    const tick = this.ticks[length];
    const key = this.keys[length];
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (
        child + 1 < length &&
        before(this.ticks[child + 1], this.keys[child + 1], this.ticks[child], this.keys[child])
      )
        child++;
      if (!before(this.ticks[child], this.keys[child], tick, key)) break;
      this.ticks[at] = this.ticks[child];
      this.keys[at] = this.keys[child];
      at = child;
    }
    this.ticks[at] = tick;
    this.keys[at] = key;
  }
}

function before(tickA: number, keyA: number, tickB: number, keyB: number): boolean {
  return tickA < tickB || (tickA === tickB && keyA < keyB);
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2);
  grown.set(column);
  return grown;
}
