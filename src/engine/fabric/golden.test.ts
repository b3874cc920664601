import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE_REVISION, parseMission } from '../../plan';
import { toHex } from '../kernel/sha256';
import { Engine, numbered } from './engine';

interface Golden {
  engineRevision: number;
  missions: Record<string, { digest: string; events: number; tick: number }>;
}

const SAMPLES = ['first-light', 'planetary-fabric'];
const file = new URL('./golden.json', import.meta.url);
const UPDATE = process.env.ORRERY_UPDATE_GOLDEN === '1';

const WHAT_TO_DO = `The samples run otherwise than golden.json remembers.
If a sample mission was edited: run \`ORRERY_UPDATE_GOLDEN=1 npx vitest run src/engine/fabric/golden.test.ts\`.
If the engine behaves otherwise by intent: raise ENGINE_REVISION in src/plan/schema.ts, say in docs/fabric-rules.md what
changed, then do the same. Otherwise this is a bug: old reports can no longer be proven by replay.`;

function run(label: string): Golden['missions'][string] {
  const path = new URL(`../../../sample-missions/${label}.json`, import.meta.url);
  const { mission } = parseMission(readFileSync(path, 'utf8'), `${label}.json`);
  if (mission === null) throw new Error(`sample ${label} cannot be read`);
  const engine = new Engine(mission.plan, numbered(mission.commands));
  engine.advanceTo(Number.MAX_SAFE_INTEGER);
  const { log } = engine.tables;
  return { digest: toHex(log.digest()), events: log.length, tick: engine.tick };
}

describe('the golden digests of the samples', () => {
  const now: Golden = {
    engineRevision: ENGINE_REVISION,
    missions: Object.fromEntries(SAMPLES.map((label) => [label, run(label)])),
  };
  if (UPDATE) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
  const golden: Golden = JSON.parse(readFileSync(file, 'utf8'));

  it('belong to this engine revision', () => {
    expect(golden.engineRevision, WHAT_TO_DO).toBe(ENGINE_REVISION);
  });

  it.each(SAMPLES)('hold for %s', (label) => {
    expect(now.missions[label], WHAT_TO_DO).toEqual(golden.missions[label]);
  });
});
