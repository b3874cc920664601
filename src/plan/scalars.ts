import * as z from 'zod/mini';
import { LIMITS } from './limits';
import { utf8Length } from './text';

// The page's content policy forbids making code from text, so zod must not even try.
z.config({ jitless: true });

const atMostBytes = (limit: number) =>
  z.refine<string>((text) => utf8Length(text) <= limit, `longer than ${limit} bytes`);
const wellFormed = z.refine<string>((text) => text.isWellFormed(), 'has broken Unicode');
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A copy of `schema` that says in the published JSON Schema what it is for. */
export function described<S extends z.ZodMiniType>(schema: S, description: string): S {
  const copy = schema.clone();
  z.globalRegistry.add(copy, { description });
  return copy;
}

/** A name machines use: no control characters, no surrounding space, at most 128 bytes of UTF-8. */
export const id = z
  .string()
  .check(
    z.minLength(1, 'is empty'),
    atMostBytes(LIMITS.idBytes),
    z.refine(
      (s) => !CONTROL.test(s) && s === s.trim() && s.isWellFormed(),
      'has control characters, surrounding space or broken Unicode',
    ),
  )
  .register(z.globalRegistry, { id: 'Id' });

/** A name people read, at most 256 bytes of UTF-8. */
export const name = z
  .string()
  .check(atMostBytes(LIMITS.nameBytes), wellFormed)
  .register(z.globalRegistry, { id: 'Name' });

export const note = z
  .string()
  .check(atMostBytes(LIMITS.noteBytes), wellFormed)
  .register(z.globalRegistry, { id: 'Note' });

/** A whole number from `least` to `most`, both included. */
export const integer = (least: number, most?: number) =>
  z.number().check(z.int(), z.gte(least), ...(most === undefined ? [] : [z.lte(most)]));

export const wholeNumber = integer(0, Number.MAX_SAFE_INTEGER);
/** A whole number of at least one. */
export const positiveInteger = wholeNumber.check(z.gte(1));
/** A moment: ticks since the mission began. */
export const tick = integer(0, LIMITS.ticks);
/** A span of ticks, at least one. */
export const ticks = integer(1, LIMITS.ticks);
export const AMOUNT_PATTERN = /^\d{1,15}(\.\d{1,18})?$/;
/** Money in whole currency as a decimal string, so that no binary fraction is ever involved. */
export const amount = z
  .string()
  .check(z.regex(AMOUNT_PATTERN, 'is not a decimal amount such as "0.00072"'))
  .register(z.globalRegistry, { id: 'Amount' });
