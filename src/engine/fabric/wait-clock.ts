import type { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';

/** Why a queued job of one class waits in one shard; the numbers index WAIT_REASONS. */
export const Waiting = { slot: 0, skill: 1, paused: 2 } as const;
export type Waiting = (typeof Waiting)[keyof typeof Waiting];

/** Stretches of one reason: stretch i holds from `from[i]`; the sums are ticks of each reason before it. */
interface History {
  from: number[];
  reason: Waiting[];
  slot: number[];
  skill: number[];
  paused: number[];
}

/**
 * All queued jobs of a class in a shard wait for the same reason in the same tick, so the reason is kept
 * once, as stretches of time; what one job waited is the difference of two readings. No queued job is ever
 * touched while it waits.
 */
export class WaitClock {
  private readonly histories = new Map<number, History>();

  constructor(
    private readonly reasonNow: (shard: number, jobClass: number) => Waiting,
    private readonly classes: number,
  ) {}

  /** Makes sure the clock of a cell runs: called before a job enters its queue. */
  start(shard: number, jobClass: number): void {
    const key = shard * this.classes + jobClass;
    if (this.histories.has(key)) return;
    this.histories.set(key, {
      from: [0],
      reason: [this.reasonNow(shard, jobClass)],
      slot: [0],
      skill: [0],
      paused: [0],
    });
  }

  /** Re-reads the reason of every running clock of a shard; a change holds from `tick` on. */
  refresh(shard: number, tick: number): void {
    for (let c = 0; c < this.classes; c++) {
      const history = this.histories.get(shard * this.classes + c);
      if (history !== undefined) change(history, tick, this.reasonNow(shard, c));
    }
  }

  /** Adds the ticks [since, until) by reason to `waits[at], waits[at + 1], waits[at + 2]`. */
  book(shard: number, jobClass: number, since: number, until: number, waits: Int32Array, at: number): void {
    if (until <= since) return;
    const h = this.histories.get(shard * this.classes + jobClass) as History;
    const last = h.from.length - 1;
    if (since >= h.from[last]) {
      waits[at + h.reason[last]] += until - since;
      return;
    }
    const begin = sums(h, since);
    const end = sums(h, until);
    for (let r = 0; r < 3; r++) waits[at + r] += end[r] - begin[r];
  }

  /** Ticks before `until` and from `since` on that want of a skill lasted without a tick of another reason but pauses. */
  unservableTicks(shard: number, jobClass: number, since: number, until: number): number {
    const h = this.histories.get(shard * this.classes + jobClass);
    if (h === undefined || until <= since) return 0;
    let ticks = 0;
    let end = until;
    for (let i = h.from.length - 1; i >= 0 && end > since; i--) {
      if (h.reason[i] === Waiting.slot) {
        if (h.from[i] < end) break;
        continue;
      }
      const begin = Math.max(h.from[i], since);
      if (h.reason[i] === Waiting.skill && end > begin) ticks += end - begin;
      if (h.from[i] < end) end = h.from[i];
    }
    return ticks;
  }

  write(writer: SnapshotWriter): void {
    writer.json('waits.cells', [...this.histories]);
  }
  read(reader: SnapshotReader): void {
    this.histories.clear();
    for (const [key, history] of reader.json<[number, History][]>('waits.cells'))
      this.histories.set(key, history);
  }
}

function change(h: History, tick: number, reason: Waiting): void {
  const last = h.from.length - 1;
  if (h.reason[last] === reason) return;
  if (h.from[last] === tick) {
    h.reason[last] = reason;
    if (last > 0 && h.reason[last - 1] === reason)
      for (const column of [h.from, h.reason, h.slot, h.skill, h.paused]) column.pop();
    return;
  }
  const [slot, skill, paused] = sums(h, tick);
  h.from.push(tick);
  h.reason.push(reason);
  h.slot.push(slot);
  h.skill.push(skill);
  h.paused.push(paused);
}

/** Ticks of each reason in [0, tick). */
function sums(h: History, tick: number): [slot: number, skill: number, paused: number] {
  let low = 0;
  let high = h.from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (h.from[middle] <= tick) low = middle;
    else high = middle - 1;
  }
  const result: [number, number, number] = [h.slot[low], h.skill[low], h.paused[low]];
  result[h.reason[low]] += tick - h.from[low];
  return result;
}
