import type * as z from 'zod/mini';
import type { JsonPath } from '../json';

/** The schema that judges the value at `path` of `data`, without its defaults; null where none does. */
export function schemaAt(root: z.ZodMiniType, path: JsonPath, data: unknown): z.ZodMiniType | null {
  let schema: z.ZodMiniType | null = bare(root, data);
  let value = data;
  for (const key of path) {
    if (schema === null) return null;
    value = member(value, key);
    schema = below(schema, key);
    if (schema !== null) schema = bare(schema, value);
  }
  return schema;
}

/** Names of the fields an object schema knows; none for anything else. */
export function fieldsOf(schema: z.ZodMiniType | null): string[] {
  return schema !== null && isObject(schema) ? Object.keys(schema.shape) : [];
}

/** The member `key` of a list or object; undefined where there is none. */
export function member(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

function below(schema: z.ZodMiniType, key: string | number): z.ZodMiniType | null {
  if (isObject(schema)) return (schema.shape[key] as z.ZodMiniType | undefined) ?? null;
  const def = schema.def as { type: string; element?: z.ZodMiniType; valueType?: z.ZodMiniType };
  if (def.type === 'array') return def.element ?? null;
  if (def.type === 'record') return def.valueType ?? null;
  return null;
}

/** Takes off defaults, and chooses the branch of a union that `value` names. */
function bare(schema: z.ZodMiniType, value: unknown): z.ZodMiniType {
  let at = schema;
  for (;;) {
    const def = at.def as {
      type: string;
      innerType?: z.ZodMiniType;
      options?: z.ZodMiniType[];
      discriminator?: string;
    };
    if (def.innerType !== undefined) at = def.innerType;
    else if (def.discriminator !== undefined) {
      const key = def.discriminator;
      const named = member(value, key);
      const branch = def.options?.find(
        (o) => isObject(o) && (o.shape[key] as z.ZodMiniLiteral).def.values.includes(named as string),
      );
      if (branch === undefined) return at;
      at = branch;
    } else return at;
  }
}

function isObject(schema: z.ZodMiniType): schema is z.ZodMiniObject {
  return schema.def.type === 'object';
}
