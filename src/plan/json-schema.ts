import { toJSONSchema } from 'zod/v4/core';
import { MISSION_FORMAT, mission } from './schema';

/**
 * The text of public/orrery.mission-1.schema.json: what may stand in a mission file. Limits in bytes and what
 * `preflight` judges have no place in JSON Schema. Not exported through the door, so that no page carries it.
 */
export function missionJsonSchema(): string {
  const { $schema, ...rest } = toJSONSchema(mission, { io: 'input' });
  const schema = {
    $schema,
    $id: 'orrery.mission-1.schema.json',
    title: `Orrery mission (${MISSION_FORMAT})`,
    ...rest,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
