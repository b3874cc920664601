import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { missionJsonSchema } from './json-schema';

it('public/orrery.mission-1.schema.json is what the schema says', () => {
  const published = readFileSync(
    new URL('../../public/orrery.mission-1.schema.json', import.meta.url),
    'utf8',
  );
  // Stale? `npx tsx tools/write-json-schema.ts` writes it anew.
  expect(published).toBe(missionJsonSchema());
});
