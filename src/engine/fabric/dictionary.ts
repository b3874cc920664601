import { createSha256 } from '../kernel/sha256';
import type { Fleet } from './fleet';
import type { JobSet } from './job-set';

/**
 * Digest of the id dictionary, the start of the log's chain: SHA-256 over `orrery.dictionary/1`, then the
 * shard ids, node ids and job ids in the order of their numbers, each section led by its name and count,
 * one line each, LF. Numbers in events mean nothing without it.
 */
export function dictionaryDigest(fleet: Fleet, jobs: JobSet): Uint8Array {
  const hash = createSha256();
  const encoder = new TextEncoder();
  let text = `orrery.dictionary/1\n`;
  const flushAt = 1 << 15;
  const line = (id: string): void => {
    text += `${id}\n`;
    if (text.length < flushAt) return;
    hash.update(encoder.encode(text));
    text = '';
  };
  line(`shards ${fleet.shards.length}`);
  for (const shard of fleet.shards) line(shard.id);
  line(`nodes ${fleet.nodes.length}`);
  for (const node of fleet.nodes) line(node.id);
  line(`jobs ${jobs.count}`);
  for (let j = 0; j < jobs.count; j++) line(jobs.nameOf(j));
  hash.update(encoder.encode(text));
  return hash.digest();
}
