import type { Fleet } from '../../engine';

const labels = new WeakMap<Fleet, string[]>();

/** What people call each shard: its display name, with its id where two share a name. Cached for each fleet. */
export function shardLabels(fleet: Fleet): readonly string[] {
  let found = labels.get(fleet);
  if (found === undefined) {
    const seen = new Map<string, number>();
    for (const { displayName } of fleet.shards) seen.set(displayName, (seen.get(displayName) ?? 0) + 1);
    found = fleet.shards.map(({ id, displayName }) => {
      if (displayName === '') return id;
      return seen.get(displayName) === 1 ? displayName : `${displayName} (${id})`;
    });
    labels.set(fleet, found);
  }
  return found;
}

/** The name of a shard that a command names by id; the id itself when there is no such shard. */
export function nameOfShardId(fleet: Fleet, id: string): string {
  const shard = fleet.findShard(id);
  return shard < 0 ? id : shardLabels(fleet)[shard];
}
