import { LIMITS } from '../limits';
import type { Problem } from '../problem';
import { ProblemList } from '../problem-list';
import { utf8Length } from '../text';
import { quoted, thousands } from '../words';
import { placeOf, positionsOf } from './place';
import { type JsonVisitor, walkJson } from './walk';

/** How many members a list or object may have; `below` by field name, or `*` for every member. */
export interface JsonBound {
  limit?: number;
  /** What the members are called, for the message. */
  what?: string;
  below?: Readonly<Record<string, JsonBound>>;
}

/** Members of a list or object for which no bound is written down: enough for any plan written by people. */
const UNNAMED_LIMIT = 10_000;

/**
 * Judges JSON text before it is parsed: size, syntax (with line and column), depth, field names given
 * twice, and lists longer than `bound` allows. One linear pass; nothing is built from the text.
 * @returns the problems; text without any is safe for `JSON.parse` and for a schema.
 */
export function checkJson(text: string, file: string, bound: JsonBound): Problem[] {
  const problems = new ProblemList(file);
  const bytes = text.length > LIMITS.planBytes ? text.length : utf8Length(text);
  if (bytes > LIMITS.planBytes) {
    problems.error(
      '',
      `The file has at least ${thousands(bytes)} bytes, more than the limit of ${thousands(LIMITS.planBytes)}`,
      'Describe jobs as workload entries (`count` jobs each) instead of one by one.',
    );
    return problems.all();
  }
  const watch = new Watch(bound, problems);
  const fault = walkJson(text, watch);
  if (fault === null) return watch.problemsIn(text);
  const { line, column } = positionsOf(text, [fault.at])[0];
  const reason = `Not valid JSON: line ${line}, column ${column} has ${fault.found} where ${fault.expected} should stand`;
  return [
    { severity: 'error', file, place: '', line, reason, remedy: remedyFor(text, fault.at, fault.expected) },
  ];
}

function remedyFor(text: string, at: number, expected: string): string {
  if (text.trim() === '')
    return 'The file is empty; choose a mission file, or start from one of the samples.';
  const before = text.slice(Math.max(0, at - 200), at).trimEnd();
  const here = text[at];
  if (before.endsWith(',') && (here === '}' || here === ']')) return 'Remove the comma before it.';
  if (here === "'") return 'JSON wants double quotes around names and texts.';
  if (text.startsWith('//', at) || text.startsWith('/*', at)) return 'JSON has no comments; remove it.';
  if (at >= text.length) return 'The file seems to be cut off; get it again, or close what is open.';
  if (expected.startsWith('a comma')) return 'Often a comma is missing just before this place.';
  return 'Mend this place, or take the file from its source again.';
}

interface OpenValue {
  isList: boolean;
  /** Names so far; none yet for an object without fields, of which a hostile file has millions. */
  names: Set<string> | null;
  count: number;
  /** Where it opens. */
  at: number;
  bound: JsonBound | undefined;
}

/** Follows a walk and notes what must be refused. */
class Watch implements JsonVisitor {
  private readonly path: (string | number)[] = [];
  private readonly stack: OpenValue[] = [];
  private readonly offsets: number[] = [];
  private containers = 0;

  constructor(
    private readonly root: JsonBound,
    private readonly problems: ProblemList,
  ) {}

  item(key: string | number, at: number): undefined {
    const holder = this.stack[this.stack.length - 1];
    this.path[this.stack.length - 1] = key;
    holder.count++;
    if (typeof key === 'number' || holder.count > limitOf(holder.bound)) return;
    holder.names ??= new Set();
    // JSON.parse keeps such a field, yet much code that copies objects would take it for a prototype.
    if (key === '__proto__') this.note(at, 'The field name `__proto__` is not allowed', 'Remove it.');
    else if (holder.names.has(key))
      this.note(at, `The field ${quoted(key)} is given twice`, 'Keep one of the two.');
    holder.names.add(key);
  }

  open(isList: boolean, at: number, depth: number): boolean {
    const holder = this.stack[this.stack.length - 1];
    const key = this.path[this.stack.length - 1];
    this.path.length = this.stack.length;
    if (depth > LIMITS.jsonDepth) {
      this.note(
        at,
        `Nested deeper than the limit of ${LIMITS.jsonDepth} levels`,
        'A mission needs fewer than 12 levels.',
      );
      return false;
    }
    this.containers++;
    const bound = holder === undefined ? this.root : boundBelow(holder.bound, key);
    this.stack.push({ isList, names: null, count: 0, at, bound });
    return true;
  }

  close(): void {
    const { count, bound, isList, at } = this.stack.pop() as OpenValue;
    this.path.length = this.stack.length;
    const limit = limitOf(bound);
    if (count <= limit) return;
    const what = bound?.what ?? (isList ? 'items' : 'fields');
    this.note(
      at,
      `${thousands(count)} ${what}, more than the limit of ${thousands(limit)}`,
      `Leave at most ${thousands(limit)}.`,
    );
  }

  problemsIn(text: string): Problem[] {
    // Whoever has ten million shards is better told of the shards.
    if (this.containers > LIMITS.jsonContainers && this.problems.errors === 0)
      this.note(
        0,
        `${thousands(this.containers)} objects and lists, more than the limit of ${thousands(LIMITS.jsonContainers)} in one file`,
        'Describe jobs as workload entries (`count` jobs each) instead of one by one.',
      );
    const positions = positionsOf(text, this.offsets);
    // The last line of a capped list counts the rest and stands nowhere.
    return this.problems.all().map((p, i) => ({ ...p, line: positions[i]?.line ?? null }));
  }

  private note(at: number, reason: string, remedy: string): void {
    this.problems.error(placeOf(this.path), reason, remedy);
    if (this.offsets.length < this.problems.kept) this.offsets.push(at);
  }
}

function limitOf(bound: JsonBound | undefined): number {
  return bound?.limit ?? UNNAMED_LIMIT;
}

function boundBelow(bound: JsonBound | undefined, key: string | number): JsonBound | undefined {
  const below = bound?.below;
  if (below === undefined) return undefined;
  if (typeof key === 'string' && Object.hasOwn(below, key)) return below[key];
  return below['*'];
}
