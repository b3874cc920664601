/** Ticks the wheel holds in one turn; a power of two. */
const SPOKES = 1024;

/**
 * Entries due at ticks of one clock, as doubly linked lists in a ring of spokes (Varghese and Lauck 1987).
 * An entry further away than one turn waits in its spoke and is passed over once a turn. Entries are small
 * dense numbers; adding and removing cost O(1).
 */
export class TimingWheel {
  private readonly heads = new Int32Array(SPOKES).fill(-1);
  private readonly occupied = new Int32Array(SPOKES / 32);
  private next = new Int32Array(16);
  private previous = new Int32Array(16);
  private due = new Int32Array(16);
  length = 0;

  dueOf(entry: number): number {
    return this.due[entry];
  }

  add(entry: number, due: number): void {
    while (entry >= this.due.length) {
      this.next = doubled(this.next);
      this.previous = doubled(this.previous);
      this.due = doubled(this.due);
    }
    const spoke = due & (SPOKES - 1);
    const head = this.heads[spoke];
    this.next[entry] = head;
    this.previous[entry] = -1;
    if (head >= 0) this.previous[head] = entry;
    else this.occupied[spoke >> 5] |= 1 << (spoke & 31);
    this.heads[spoke] = entry;
    this.due[entry] = due;
    this.length++;
  }

  remove(entry: number): void {
    const next = this.next[entry];
    const previous = this.previous[entry];
    if (next >= 0) this.previous[next] = previous;
    if (previous >= 0) this.next[previous] = next;
    else {
      const spoke = this.due[entry] & (SPOKES - 1);
      this.heads[spoke] = next;
      if (next < 0) this.occupied[spoke >> 5] &= ~(1 << (spoke & 31));
    }
    this.length--;
  }

  /** Appends the entries due exactly at `now` to `entries`, in no order that means anything; they stay in the wheel. */
  collectDue(now: number, entries: number[]): void {
    for (let e = this.heads[now & (SPOKES - 1)]; e >= 0; e = this.next[e])
      if (this.due[e] === now) entries.push(e);
  }

  /** Ticks from `now` to the next spoke that holds anything (1 to SPOKES), or Infinity when the wheel is empty: no entry is due sooner. */
  ticksToNext(now: number): number {
    if (this.length === 0) return Number.POSITIVE_INFINITY;
    for (let ahead = 1; ahead <= SPOKES; ahead++) {
      const spoke = (now + ahead) & (SPOKES - 1);
      if (this.occupied[spoke >> 5] === 0 && (spoke & 31) === 0) {
        ahead += 31;
        continue;
      }
      if (this.heads[spoke] >= 0) return ahead;
    }
    return SPOKES;
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2);
  grown.set(column);
  return grown;
}
