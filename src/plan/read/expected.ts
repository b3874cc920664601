import type * as z from 'zod';
import { quoted, thousands } from '../words';

/** What a schema wants, in plain words: `a whole number from 0 to 9`. */
export function expectedBy(schema: z.ZodType | null): string {
  if (schema === null) return 'something else';
  const def = schema.def as { type: string; entries?: Record<string, string>; discriminator?: string };
  switch (def.type) {
    case 'string':
      return schema.meta()?.id === 'Amount'
        ? 'an amount of money in double quotes, such as "0.00072"'
        : 'text in double quotes';
    case 'number':
      return numberWords(schema as z.ZodNumber);
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list in [ ]';
    case 'enum':
      return `one of ${Object.values(def.entries ?? {})
        .map(quoted)
        .join(', ')}`;
    case 'literal':
      return [...(schema as z.ZodLiteral).values].map((v) => quoted(String(v))).join(' or ');
    case 'union':
      return def.discriminator === undefined
        ? 'something else'
        : `an object in { } with a ${quoted(def.discriminator)}`;
    default:
      return 'an object in { }';
  }
}

function numberWords(schema: z.ZodNumber): string {
  const kind = schema.isInt ? 'a whole number' : 'a number';
  const { minimum, exclusiveMinimum, maximum } = schema._zod.bag;
  const from = minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? null : thousands(minimum);
  const to = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : thousands(maximum);
  if (exclusiveMinimum !== undefined)
    return `${kind} above ${thousands(exclusiveMinimum)}${to === null ? '' : ` and up to ${to}`}`;
  if (from !== null && to !== null) return `${kind} from ${from} to ${to}`;
  if (from !== null) return `${kind} of at least ${from}`;
  return to === null ? kind : `${kind} of at most ${to}`;
}

/** What stands in the file, in plain words: `the text "12"`, `the number -5`. */
export function foundWords(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return `the text ${quoted(value)}`;
    case 'number':
      return `the number ${thousands(value)}`;
    case 'boolean':
      return String(value);
    default:
      return 'an object';
  }
}
