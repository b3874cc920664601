import { writeFileSync } from 'node:fs';
import { missionJsonSchema } from '../src/plan/json-schema';

/** Writes the JSON Schema of mission files, for editors that complete and check as one types. */
const file = new URL('../public/orrery.mission-1.schema.json', import.meta.url);
writeFileSync(file, missionJsonSchema());
