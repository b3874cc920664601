import type * as z from 'zod/mini';
import { AMOUNT_PATTERN } from '../scalars';
import { quoted, thousands } from '../words';

/** What a schema wants, in plain words: `a whole number from 0 to 9`. */
export function expectedBy(schema: z.ZodMiniType | null): string {
  if (schema === null) return 'something else';
  const def = schema.def as { type: string; entries?: Record<string, string>; discriminator?: string };
  switch (def.type) {
    case 'string':
      return rulesOf(schema).some((rule) => rule.pattern === AMOUNT_PATTERN)
        ? 'an amount of money in double quotes, such as "0.00072"'
        : 'text in double quotes';
    case 'number':
      return numberWords(schema);
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list in [ ]';
    case 'enum':
      return `one of ${Object.values(def.entries ?? {})
        .map(quoted)
        .join(', ')}`;
    case 'literal':
      return (schema as z.ZodMiniLiteral).def.values.map((v) => quoted(String(v))).join(' or ');
    case 'union':
      return def.discriminator === undefined
        ? 'something else'
        : `an object in { } with a ${quoted(def.discriminator)}`;
    default:
      return 'an object in { }';
  }
}

function numberWords(schema: z.ZodMiniType): string {
  const rules = rulesOf(schema);
  const kind = rules.some((rule) => rule.check === 'number_format') ? 'a whole number' : 'a number';
  let from: string | null = null;
  let to: string | null = null;
  for (const { check, value, inclusive } of rules) {
    if (value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER) continue;
    if (check === 'greater_than') from = `${inclusive ? 'of at least' : 'above'} ${thousands(value)}`;
    if (check === 'less_than') to = `${inclusive ? 'at most' : 'less than'} ${thousands(value)}`;
  }
  if (from !== null && to !== null) return `${kind} ${from} and ${to}`;
  return from === null && to === null ? kind : `${kind} ${from ?? `of ${to}`}`;
}

interface Rule {
  check: string;
  value?: number;
  inclusive?: boolean;
  pattern?: RegExp;
}

/** The checks of a schema, as data: zod offers no shorter way to ask. */
function rulesOf(schema: z.ZodMiniType): Rule[] {
  const { checks } = schema.def as { checks?: { _zod: { def: unknown } }[] };
  return (checks ?? []).map((check) => check._zod.def as Rule);
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
