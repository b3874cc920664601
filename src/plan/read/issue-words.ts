import type * as z from 'zod/mini';
import { type JsonPath, placeOf } from '../json';
import { closest, listed, quoted, thousands } from '../words';
import { expectedBy, foundWords } from './expected';
import { fieldsOf, member, schemaAt } from './schema-at';

/** One complaint of the schema in words a steward can act on. */
export interface Complaint {
  path: JsonPath;
  reason: string;
  remedy: string;
}

type Issue = z.core.$ZodIssue;

/** Turns one issue into complaints: one for each unknown field, else one. */
export function complaintsOf(issue: Issue, root: z.ZodMiniType, data: unknown): Complaint[] {
  const path = issue.path as JsonPath;
  const schema = schemaAt(root, path, data);
  const value = valueAt(data, path);
  const whose = ownerWords(data, path);
  const field = path.length === 0 ? 'the file' : fieldWords(path);
  const complaint = (reason: string, remedy: string): Complaint[] => [
    { path, reason: `${reason}${whose}`, remedy },
  ];

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(key, path, schema, ownerWords(data, [...path, key])));
    case 'invalid_type':
      if (value === undefined) return complaint(`${field} is missing`, `Add it: ${expectedBy(schema)}.`);
      return complaint(
        `${field} is ${foundWords(value)}, but should be ${expectedBy(schema)}`,
        typeRemedy(value, schema),
      );
    case 'too_small':
    case 'too_big':
      return complaint(sizeReason(issue, field, value), `Give ${expectedBy(schema)}.`);
    case 'invalid_value':
    case 'invalid_union': {
      const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : (optionsOf(issue) ?? []);
      const meant = typeof value === 'string' ? closest(value, allowed) : null;
      const reason =
        value === undefined ? `${field} is missing` : `${field} is ${foundWords(value)}, which is not known`;
      const choice = `Use ${allowed.length > 1 ? 'one of ' : ''}${listed(allowed.map(quoted), 20)}.`;
      return complaint(reason, meant === null ? choice : `Did you mean ${quoted(meant)}? ${choice}`);
    }
    case 'invalid_key':
      return complaint(
        `the name ${quoted(String(path[path.length - 1]))} ${issue.issues[0]?.message ?? 'is not allowed'}`,
        'Choose another name.',
      );
    default:
      return complaint(`${field} ${issue.message}`, `Change it; it holds ${foundWords(value)}.`);
  }
}

function unknownField(key: string, path: JsonPath, schema: z.ZodMiniType | null, whose: string): Complaint {
  const known = fieldsOf(schema);
  const meant = closest(key, known);
  const remedy =
    meant === null
      ? `Remove it${known.length === 0 ? '' : `; known here are ${listed(known.map(quoted), 24)}`}.`
      : `Did you mean ${quoted(meant)}?`;
  return { path: [...path, key], reason: `unknown field ${quoted(key)}${whose}`, remedy };
}

function typeRemedy(value: unknown, schema: z.ZodMiniType | null): string {
  const wants = schema?.def.type;
  if (
    wants === 'number' &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value))
  )
    return 'Write the number without quotes.';
  if (wants === 'string' && typeof value === 'number') return 'Put it in double quotes.';
  if (wants === 'number' && typeof value === 'number') return 'Round it to a whole number that fits.';
  if (wants === 'array') return 'Put it in [ ].';
  return `Give ${expectedBy(schema)}.`;
}

function sizeReason(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  field: string,
  value: unknown,
): string {
  const small = issue.code === 'too_small';
  const limit = small ? issue.minimum : issue.maximum;
  if (issue.origin === 'array' && Array.isArray(value))
    return `${field} has ${thousands(value.length)} items, ${small ? 'fewer than the least' : 'more than the limit of'} ${thousands(limit)}`;
  if (issue.origin === 'string')
    return small ? `${field} is empty` : `${field} is longer than ${thousands(limit)} characters`;
  const found = typeof value === 'number' ? thousands(value) : foundWords(value);
  const bound =
    issue.inclusive === false
      ? `must be ${small ? 'more' : 'less'} than`
      : small
        ? 'the least allowed is'
        : 'the limit is';
  return `${field} is ${found}, but ${bound} ${thousands(limit)}`;
}

function optionsOf(issue: Issue): string[] | null {
  // Present on unions that choose by a field; zod's type does not name it.
  const options = (issue as { options?: unknown }).options;
  return Array.isArray(options) ? options.map(String) : null;
}

function fieldWords(path: JsonPath): string {
  const last = path[path.length - 1];
  if (typeof last === 'string') return quoted(last);
  return `item ${last + 1} of ${quoted(placeOf(path.slice(0, -1)))}`;
}

/** ` (in mars.foundry)`: the nearest thing with an id above the place, so that nobody must count brackets. */
function ownerWords(data: unknown, path: JsonPath): string {
  for (let length = path.length - 1; length >= 0; length--) {
    const holder = valueAt(data, path.slice(0, length));
    for (const key of ['id', 'idPrefix']) {
      const id = member(holder, key);
      if (typeof id === 'string' && id !== '') return ` (in ${quoted(id)})`;
    }
  }
  return '';
}

function valueAt(data: unknown, path: JsonPath): unknown {
  let value = data;
  for (const key of path) value = member(value, key);
  return value;
}
