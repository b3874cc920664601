import { scheduledCommand } from './fabric/schema';
import { type Plan, plan as planSchema, type ScheduledCommand } from './schema';
import { compareUtf8 } from './text';

/**
 * plan.json: schema key order, defaults filled, 2 spaces, LF, a final newline. Equal plans give equal bytes.
 * @throws when `plan` breaks the schema (it then was never parsed).
 */
export function serializePlan(plan: Plan): string {
  const ordered = planSchema.parse(plan);
  ordered.fabric.currencies = byName(ordered.fabric.currencies);
  return json(ordered);
}

/** commands.json: `{"commands": [...]}` in the schedule's own order, which decides ties. */
export function serializeCommands(commands: readonly ScheduledCommand[]): string {
  return json({ commands: commands.map((command) => scheduledCommand.parse(command)) });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Names have no order of their own in a file, so the bytes give them one. */
function byName<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareUtf8(a, b)));
}
