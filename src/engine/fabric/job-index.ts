import type { JobGroup } from './job-set';

/** Finds jobs by id: four bytes a job, and a map of the groups, made when they are first needed. */
export class JobIndex {
  /** Entries by stem; apart from the listed jobs, since a listed id may be the very stem of an entry. */
  private readonly entries = new Map<string, number>();
  private readonly starts: Int32Array;
  private listed: Map<string, number> | null = null;
  /** Job numbers by group, then ordinal. */
  private jobs: Int32Array | null = null;

  /** @param groups ascending in stem */
  constructor(
    private readonly groups: readonly JobGroup[],
    private readonly group: Int32Array,
    private readonly ordinal: Int32Array,
  ) {
    for (let g = 0; g < groups.length; g++) if (groups[g].digits > 0) this.entries.set(groups[g].stem, g);
    this.starts = new Int32Array(groups.length + 1);
    for (let j = 0; j < group.length; j++) this.starts[group[j] + 1]++;
    for (let g = 0; g < groups.length; g++) this.starts[g + 1] += this.starts[g];
  }

  /** The job with this id, or -1. */
  find(id: string): number {
    this.listed ??= this.listedByStem();
    this.jobs ??= this.jobsByPlace();
    const listed = this.listed.get(id);
    const place = listed === undefined ? this.placeInEntries(id) : this.starts[listed];
    return place < 0 ? -1 : this.jobs[place];
  }

  /** How many different ids there are, as long as no two entries share a prefix. O(groups). */
  distinctIds(): number {
    let distinct = 0;
    let last: string | null = null;
    for (let g = 0; g < this.groups.length; g++) {
      const { digits, stem } = this.groups[g];
      if (digits > 0) {
        // of two entries with one prefix the map holds the later
        if (this.entries.get(stem) === g) distinct += this.starts[g + 1] - this.starts[g];
        continue;
      }
      if (stem !== last && this.placeInEntries(stem) < 0) distinct++;
      last = stem;
    }
    return distinct;
  }

  private listedByStem(): Map<string, number> {
    const listed = new Map<string, number>();
    for (let g = 0; g < this.groups.length; g++)
      if (this.groups[g].digits === 0) listed.set(this.groups[g].stem, g);
    return listed;
  }

  private jobsByPlace(): Int32Array {
    const jobs = new Int32Array(this.group.length);
    for (let j = 0; j < jobs.length; j++)
      jobs[this.starts[this.group[j]] + Math.max(0, this.ordinal[j] - 1)] = j;
    return jobs;
  }

  /** An ordinal has no dash, so the last one ends the stem. */
  private placeInEntries(id: string): number {
    if (this.entries.size === 0) return -1;
    const cut = id.lastIndexOf('-') + 1;
    const g = this.entries.get(id.slice(0, cut));
    if (g === undefined) return -1;
    const digits = id.slice(cut);
    if (digits.length !== this.groups[g].digits || !/^\d+$/.test(digits)) return -1;
    const at = this.starts[g] + Number(digits) - 1;
    return at >= this.starts[g] && at < this.starts[g + 1] ? at : -1;
  }
}
