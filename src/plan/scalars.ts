import * as z from 'zod';
import { LIMITS } from './limits';
import { utf8Length } from './text';

// The page's content policy forbids making code from text, so zod must not even try.
z.config({ jitless: true });

const atMostBytes = (limit: number) => (text: string) => utf8Length(text) <= limit;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A name machines use: no control characters, no surrounding space, at most 128 bytes of UTF-8. */
export const id = z
  .string()
  .min(1)
  .refine(atMostBytes(LIMITS.idBytes), `longer than ${LIMITS.idBytes} bytes`)
  .refine(
    (s) => !CONTROL.test(s) && s === s.trim() && s.isWellFormed(),
    'has control characters, surrounding space or broken Unicode',
  )
  .meta({ id: 'Id' });

/** A name people read, at most 256 bytes of UTF-8. */
export const name = z
  .string()
  .refine(atMostBytes(LIMITS.nameBytes), `longer than ${LIMITS.nameBytes} bytes`)
  .refine((s) => s.isWellFormed(), 'has broken Unicode')
  .meta({ id: 'Name' });

export const note = z
  .string()
  .refine(atMostBytes(LIMITS.noteBytes), `longer than ${LIMITS.noteBytes} bytes`)
  .refine((s) => s.isWellFormed(), 'has broken Unicode')
  .meta({ id: 'Note' });

export const wholeNumber = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** A moment: ticks since the mission began. */
export const tick = z.number().int().min(0).max(LIMITS.ticks);
/** A span of ticks, at least one. */
export const ticks = z.number().int().min(1).max(LIMITS.ticks);
export const AMOUNT_PATTERN = /^\d{1,15}(\.\d{1,18})?$/;
/** Money in whole currency as a decimal string, so that no binary fraction is ever involved. */
export const amount = z
  .string()
  .regex(AMOUNT_PATTERN, 'is not a decimal amount such as "0.00072"')
  .meta({ id: 'Amount' });
