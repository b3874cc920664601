import { assert } from './assert';

/** Keys in one block: inserting moves at most this many, half a kilobyte. */
const BLOCK = 256;

/**
 * A set of Int32 keys in ascending order, built for queues: adding the largest, taking the smallest and
 * taking the largest cost O(1); any other place costs a binary search and a short move. Keys live in
 * blocks listed in order, so no operation ever moves more than one block.
 */
export class SortedBlocks {
  private blocks: Int32Array[] = [new Int32Array(1)];
  private starts: number[] = [0];
  private ends: number[] = [0];
  /** The first block still in use: taking from the front frees blocks without moving the list. */
  private front = 0;
  /** Keys in the set. While it is empty its last block stays, empty; otherwise no block from `front` on is empty. */
  length = 0;

  /** The smallest key; the set must not be empty. */
  first(): number {
    return this.blocks[this.front][this.starts[this.front]];
  }
  /** The largest key; the set must not be empty. */
  last(): number {
    const at = this.blocks.length - 1;
    return this.blocks[at][this.ends[at] - 1];
  }

  add(key: number): void {
    const last = this.blocks.length - 1;
    if (this.length++ === 0) {
      this.blocks[last][0] = key;
      this.starts[last] = 0;
      this.ends[last] = 1;
      return;
    }
    if (key > this.blocks[last][this.ends[last] - 1]) {
      if (this.ends[last] < this.blocks[last].length) this.blocks[last][this.ends[last]++] = key;
      else if (this.blocks[last].length < BLOCK) {
        const grown = new Int32Array(Math.min(BLOCK, this.blocks[last].length * 4));
        grown.set(this.blocks[last]);
        this.blocks[last] = grown;
        grown[this.ends[last]++] = key;
      } else this.pushBlock(this.blocks.length, Int32Array.of(key), 1);
      return;
    }
    this.insert(this.blockOf(key), key);
  }

  /** Removes the smallest key and returns it. */
  shift(): number {
    const key = this.blocks[this.front][this.starts[this.front]++];
    this.length--;
    if (this.length > 0 && this.starts[this.front] === this.ends[this.front]) this.dropFront();
    return key;
  }

  /** Removes `key`, which must be there. */
  remove(key: number): void {
    if (key === this.first()) {
      this.shift();
      return;
    }
    const at = this.blockOf(key);
    const block = this.blocks[at];
    const place = lowerBound(block, this.starts[at], this.ends[at], key);
    assert(place < this.ends[at] && block[place] === key, 'a queue gives up only what it holds');
    block.copyWithin(place, place + 1, this.ends[at]);
    this.ends[at]--;
    this.length--;
    if (this.length > 0 && this.starts[at] === this.ends[at]) {
      this.blocks.splice(at, 1);
      this.starts.splice(at, 1);
      this.ends.splice(at, 1);
    }
  }

  /** Calls `visit` from the largest key down until it returns false. The set must not change meanwhile. */
  descend(visit: (key: number) => boolean): void {
    for (let at = this.blocks.length - 1; at >= this.front; at--) {
      for (let i = this.ends[at] - 1; i >= this.starts[at]; i--) if (!visit(this.blocks[at][i])) return;
    }
  }

  /** Appends all keys, ascending, to `keys`. */
  collect(keys: number[]): void {
    for (let at = this.front; at < this.blocks.length; at++) {
      for (let i = this.starts[at]; i < this.ends[at]; i++) keys.push(this.blocks[at][i]);
    }
  }

  private blockOf(key: number): number {
    let low = this.front;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle][this.ends[middle] - 1] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private insert(at: number, key: number): void {
    const block = this.blocks[at];
    const start = this.starts[at];
    const end = this.ends[at];
    const place = lowerBound(block, start, end, key);
    assert(place === end || block[place] !== key, 'a queue holds a key once');
    if (start > 0) {
      block.copyWithin(start - 1, start, place);
      block[place - 1] = key;
      this.starts[at]--;
    } else if (end < block.length) {
      block.copyWithin(place + 1, place, end);
      block[place] = key;
      this.ends[at]++;
    } else if (block.length < BLOCK) {
      const grown = new Int32Array(BLOCK);
      grown.set(block);
      this.blocks[at] = grown;
      this.insert(at, key);
    } else {
      const half = end >> 1;
      const upper = new Int32Array(BLOCK);
      upper.set(block.subarray(half, end));
      const lower = new Int32Array(BLOCK);
      lower.set(block.subarray(0, half));
      this.blocks[at] = lower;
      this.ends[at] = half;
      this.pushBlock(at + 1, upper, end - half);
      this.insert(key > lower[half - 1] ? at + 1 : at, key);
    }
  }

  private pushBlock(at: number, block: Int32Array, end: number): void {
    let room = block;
    if (at > this.front && block.length < BLOCK) {
      room = new Int32Array(BLOCK);
      room.set(block);
    }
    this.blocks.splice(at, 0, room);
    this.starts.splice(at, 0, 0);
    this.ends.splice(at, 0, end);
  }

  private dropFront(): void {
    this.blocks[this.front] = EMPTY;
    this.front++;
    if (this.front > 64 && this.front * 2 > this.blocks.length) {
      this.blocks.splice(0, this.front);
      this.starts.splice(0, this.front);
      this.ends.splice(0, this.front);
      this.front = 0;
    }
  }
}

const EMPTY = new Int32Array(0);

function lowerBound(block: Int32Array, start: number, end: number, key: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (block[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
