import type { JobGroup } from './job-set';

/** Finds jobs by id: four bytes a job, and a map of the groups. Built when somebody first asks. */
export class JobIndex {
  /** Apart, since a listed job may have the very id that an entry's ids begin with. */
  private readonly listed = new Map<string, number>();
  private readonly entries = new Map<string, number>();
  private readonly starts: Int32Array;
  /** Job numbers by group, then ordinal. */
  private readonly jobs: Int32Array;

  constructor(
    private readonly groups: readonly JobGroup[],
    group: Int32Array,
    ordinal: Int32Array,
  ) {
    groups.forEach((g, i) => {
      (g.digits === 0 ? this.listed : this.entries).set(g.stem, i);
    });
    this.starts = new Int32Array(groups.length + 1);
    for (const g of group) this.starts[g + 1]++;
    for (let g = 0; g < groups.length; g++) this.starts[g + 1] += this.starts[g];
    this.jobs = new Int32Array(group.length);
    for (let j = 0; j < group.length; j++) this.jobs[this.starts[group[j]] + Math.max(0, ordinal[j] - 1)] = j;
  }

  /** The job with this id, or -1. */
  find(id: string): number {
    const listed = this.listed.get(id);
    return listed === undefined ? this.findInEntries(id) : this.jobs[this.starts[listed]];
  }

  /** How many different ids there are, as long as no two entries share a prefix. O(groups). */
  distinctIds(): number {
    let made = 0;
    for (const g of this.entries.values()) made += this.starts[g + 1] - this.starts[g];
    for (const id of this.listed.keys()) if (this.findInEntries(id) < 0) made++;
    return made;
  }

  /** An ordinal has no dash, so the last one ends the stem. */
  private findInEntries(id: string): number {
    const cut = id.lastIndexOf('-') + 1;
    const g = this.entries.get(id.slice(0, cut));
    if (g === undefined) return -1;
    const digits = id.slice(cut);
    if (digits.length !== this.groups[g].digits || !/^\d+$/.test(digits)) return -1;
    const at = this.starts[g] + Number(digits) - 1;
    return at >= this.starts[g] && at < this.starts[g + 1] ? this.jobs[at] : -1;
  }
}
