import type * as z from 'zod';
import type { JsonPath } from '../json';

/** The schema that judges the value at `path` of `data`, without its defaults; null where none does. */
export function schemaAt(root: z.ZodType, path: JsonPath, data: unknown): z.ZodType | null {
  let schema: z.ZodType | null = bare(root, data);
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
export function fieldsOf(schema: z.ZodType | null): string[] {
  return schema !== null && isObject(schema) ? Object.keys(schema.shape) : [];
}

/** The member `key` of a list or object; undefined where there is none. */
export function member(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

function below(schema: z.ZodType, key: string | number): z.ZodType | null {
  if (isObject(schema)) return (schema.shape[key] as z.ZodType | undefined) ?? null;
  const def = schema.def as { type: string; element?: z.ZodType; valueType?: z.ZodType };
  if (def.type === 'array') return def.element ?? null;
  if (def.type === 'record') return def.valueType ?? null;
  return null;
}

/** Takes off defaults, and chooses the branch of a union that `value` names. */
function bare(schema: z.ZodType, value: unknown): z.ZodType {
  let at = schema;
  for (;;) {
    const def = at.def as {
      type: string;
      innerType?: z.ZodType;
      options?: z.ZodType[];
      discriminator?: string;
    };
    if (def.innerType !== undefined) at = def.innerType;
    else if (def.discriminator !== undefined) {
      const key = def.discriminator;
      const named = member(value, key);
      const branch = def.options?.find(
        (o) => isObject(o) && (o.shape[key] as z.ZodLiteral).values?.has(named as string),
      );
      if (branch === undefined) return at;
      at = branch;
    } else return at;
  }
}

function isObject(schema: z.ZodType): schema is z.ZodObject {
  return schema.def.type === 'object';
}
