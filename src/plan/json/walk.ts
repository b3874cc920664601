/** Where the text stops being JSON: offset, what stands there, what should. */
export interface JsonFault {
  at: number;
  found: string;
  expected: string;
}

/** What a walk reports. */
export interface JsonVisitor {
  /** A member begins: `key` of an object (with the offset of its name), or index of a list. */
  item(key: string | number, at: number): void;
  /** Returns false to end the walk at once, without a fault. */
  open(isList: boolean, at: number, depth: number): boolean;
  close(): void;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Walks JSON text once, without building anything and without recursion, so that size and depth
 * can be judged before `JSON.parse` is let near it. Accepts exactly what `JSON.parse` accepts.
 */
export function walkJson(text: string, visitor: JsonVisitor): JsonFault | null {
  /** Members so far of each open list; -1 for an object. */
  const open: number[] = [];
  let i = skipSpace(text, 0);
  for (;;) {
    // A value begins here.
    const c = text.charCodeAt(i);
    let ended = true;
    if (c === OPEN_LIST || c === OPEN_OBJECT) {
      open.push(c === OPEN_LIST ? 0 : -1);
      if (!visitor.open(c === OPEN_LIST, i, open.length)) return null;
      i = skipSpace(text, i + 1);
      ended = text.charCodeAt(i) === (c === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT);
      if (ended) {
        i++;
        open.pop();
        visitor.close();
      }
    } else if (c === QUOTE) {
      const end = stringEnd(text, i);
      if (end < 0) return badString(text, -end - 1);
      i = end;
    } else {
      LITERAL.lastIndex = i;
      if (!LITERAL.test(text)) return fault(text, i, 'a value');
      i = LITERAL.lastIndex;
    }
    // Close what is complete, then find the next value.
    while (ended) {
      i = skipSpace(text, i);
      if (open.length === 0) return i === text.length ? null : fault(text, i, 'the end of the file');
      const isList = open[open.length - 1] >= 0;
      const next = text.charCodeAt(i);
      if (next === COMMA) {
        i = skipSpace(text, i + 1);
        ended = false;
      } else if (next === (isList ? CLOSE_LIST : CLOSE_OBJECT)) {
        i++;
        open.pop();
        visitor.close();
      } else return fault(text, i, isList ? 'a comma or `]`' : 'a comma or `}`');
    }
    const top = open.length - 1;
    if (open[top] >= 0) {
      visitor.item(open[top]++, i);
    } else {
      if (text.charCodeAt(i) !== QUOTE) return fault(text, i, 'a field name in double quotes');
      const end = stringEnd(text, i);
      if (end < 0) return badString(text, -end - 1);
      const raw = text.slice(i + 1, end - 1);
      const key = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
      visitor.item(key, i);
      i = skipSpace(text, end);
      if (text.charCodeAt(i) !== COLON) return fault(text, i, 'a colon after the field name');
      i = skipSpace(text, i + 1);
    }
  }
}

function skipSpace(text: string, from: number): number {
  let i = from;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return i;
    i++;
  }
}

/** The offset past the string that opens at `from`, or -(offset of the fault) - 1. */
function stringEnd(text: string, from: number): number {
  let i = from + 1;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) return i + 1;
    if (c === BACKSLASH) {
      ESCAPE.lastIndex = i;
      if (!ESCAPE.test(text)) return -i - 1;
      i = ESCAPE.lastIndex;
    } else if (c >= 0x20) i++;
    // A control character, or the end of the text (NaN).
    else return -i - 1;
  }
}

function badString(text: string, at: number): JsonFault {
  if (text.charCodeAt(at) === BACKSLASH)
    return { at, found: `\`${text.slice(at, at + 2)}\``, expected: 'a valid escape' };
  return fault(text, at, 'the closing double quote of a text');
}

function fault(text: string, at: number, expected: string): JsonFault {
  if (at >= text.length) return { at, found: 'the end of the file', expected };
  const c = text.charCodeAt(at);
  if (c === 0x0a || c === 0x0d) return { at, found: 'the end of the line', expected };
  const word =
    /^[\w.+-]{1,20}/.exec(text.slice(at, at + 20))?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? c);
  return { at, found: c < 0x20 || c === 0x7f ? `a control character (code ${c})` : `\`${word}\``, expected };
}
