/**
 * Which of n members are free, as a tree of 32-bit words: setting, clearing and finding the first cost
 * O(log32 n), so ten thousand nodes cost three words.
 */
export class FreeSet {
  private readonly levels: Int32Array[] = [];

  constructor(readonly size: number) {
    for (let n = Math.max(1, size); ; n = Math.ceil(n / 32)) {
      const words = Math.ceil(n / 32);
      this.levels.push(new Int32Array(words));
      if (words === 1) break;
    }
  }

  set(member: number): void {
    let at = member;
    for (const level of this.levels) {
      const word = at >> 5;
      const before = level[word];
      level[word] = before | (1 << (at & 31));
      if (before !== 0) return;
      at = word;
    }
  }

  clear(member: number): void {
    let at = member;
    for (const level of this.levels) {
      const word = at >> 5;
      level[word] &= ~(1 << (at & 31));
      if (level[word] !== 0) return;
      at = word;
    }
  }

  has(member: number): boolean {
    return (this.levels[0][member >> 5] & (1 << (member & 31))) !== 0;
  }

  /** The lowest free member, or -1. */
  first(): number {
    let at = 0;
    for (let l = this.levels.length - 1; l >= 0; l--) {
      const word = this.levels[l][at];
      if (word === 0) return -1;
      at = at * 32 + (31 - Math.clz32(word & -word));
    }
    return at;
  }
}
