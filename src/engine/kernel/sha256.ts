import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 over pieces, synchronous because the engine is. */
export interface RunningHash {
  update(bytes: Uint8Array): RunningHash;
  /** The 32 bytes of the hash; ends it. */
  digest(): Uint8Array;
}
export function createSha256(): RunningHash {
  return sha256.create();
}

/** SHA-256 of `bytes` as 32 bytes. */
export function sha256Of(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

const HEX = '0123456789abcdef';
/** Small letters, two a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte >> 4] + HEX[byte & 15];
  return text;
}
/** The bytes of an even number of hexadecimal digits; null for anything else. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}
