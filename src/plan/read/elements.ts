import type * as z from 'zod/mini';
import type { JsonPath } from '../json';
import type { Complaint } from './issue-words';
import { complaintsOf } from './issue-words';
import { member } from './schema-at';

/** Complaints after which reading stops; more than a list of problems ever shows. */
const ENOUGH = 1_000;

/** A long list inside a document, and the schema of its elements. */
export interface LongList {
  path: readonly string[];
  element: z.ZodMiniType;
}

/**
 * Judges `data` by `schema`, its long lists element by element, so that a million wrong elements cost
 * a thousand complaints and not gigabytes of them.
 * @returns the value with defaults filled, in schema key order, or the complaints.
 */
export function judge<T>(
  schema: z.ZodMiniType<T>,
  data: unknown,
  longLists: readonly LongList[],
): { value: T; complaints: null } | { value: null; complaints: Complaint[] } {
  const lists = longLists
    .map(({ path, element }) => ({ path, element, items: at(data, path) }))
    .filter((list): list is typeof list & { items: unknown[] } => Array.isArray(list.items));
  let rest = data;
  for (const list of lists) rest = replaced(rest, list.path, []);
  const complaints: Complaint[] = [];
  const whole = schema.safeParse(rest);
  for (const issue of whole.error?.issues ?? []) complaints.push(...complaintsOf(issue, schema, rest));
  for (const list of lists) {
    const items: unknown[] = [];
    for (let i = 0; i < list.items.length && complaints.length < ENOUGH; i++) {
      const item = list.element.safeParse(list.items[i]);
      if (item.success) items.push(item.data);
      else
        for (const issue of item.error.issues)
          for (const complaint of complaintsOf(issue, list.element, list.items[i]))
            complaints.push({ ...complaint, path: [...list.path, i, ...complaint.path] });
    }
    if (whole.success) setAt(whole.data, list.path, items);
  }
  if (whole.success && complaints.length === 0) return { value: whole.data, complaints: null };
  return { value: null, complaints: once(complaints) };
}

/** One complaint a place and reason: zod tells a number beyond every limit of each limit it broke. */
function once(complaints: Complaint[]): Complaint[] {
  const seen = new Map<string, Complaint>();
  for (const c of complaints) {
    const key = JSON.stringify(c.path);
    const known = seen.get(key);
    if (known === undefined) seen.set(key, c);
    // The last limit is the tightest: the schema's own, after the number type's.
    else if (!known.reason.includes('missing')) seen.set(key, c);
  }
  return [...seen.values()];
}

function at(data: unknown, path: JsonPath): unknown {
  let value = data;
  for (const key of path) value = member(value, key);
  return value;
}

/** Puts the judged elements where the schema saw an empty list. */
function setAt(data: unknown, path: readonly string[], value: unknown): void {
  const holder = at(data, path.slice(0, -1)) as Record<string, unknown>;
  holder[path[path.length - 1]] = value;
}

/** `data` with another value at `path`, sharing everything else. */
function replaced(data: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...deeper] = path;
  if (key === undefined) return value;
  return { ...(data as object), [key]: replaced(member(data, key), deeper, value) };
}
