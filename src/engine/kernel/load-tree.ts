/** More than any load: the member is not free. */
const TAKEN = 0x7fffffff;

/**
 * Which of n members are free and how loaded each is, as a tournament: every inner place holds the lesser load
 * of the two below it. Setting costs O(log n), finding the least loaded O(log n).
 */
export class LoadTree {
  private readonly leaves: number;
  private readonly loads: Int32Array;

  constructor(readonly size: number) {
    let leaves = 1;
    while (leaves < size) leaves *= 2;
    this.leaves = leaves;
    this.loads = new Int32Array(2 * leaves).fill(TAKEN);
  }

  /** Makes a member free, with this load; 0 <= load < 2^31 - 1. */
  set(member: number, load: number): void {
    const { loads } = this;
    let at = this.leaves + member;
    loads[at] = load;
    for (at >>= 1; at >= 1; at >>= 1) {
      const least = Math.min(loads[2 * at], loads[2 * at + 1]);
      if (loads[at] === least) return;
      loads[at] = least;
    }
  }

  clear(member: number): void {
    this.set(member, TAKEN);
  }

  /** The least loaded free member, the lowest of equals; -1 when none is free. */
  first(): number {
    const { loads, leaves } = this;
    const least = loads[1];
    if (least === TAKEN) return -1;
    let at = 1;
    while (at < leaves) at = loads[2 * at] === least ? 2 * at : 2 * at + 1;
    return at - leaves;
  }
}
