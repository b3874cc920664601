import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSha256, fromHex, sha256Of, toHex } from './sha256';

describe('SHA-256', () => {
  it('gives the known answer for "abc"', () => {
    expect(toHex(sha256Of(new TextEncoder().encode('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('gives the answers of node:crypto, whole or in pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        const expected = createHash('sha256').update(bytes).digest('hex');
        const pieces = createSha256().update(bytes.subarray(0, cut)).update(bytes.subarray(cut));
        expect(toHex(sha256Of(bytes))).toBe(expected);
        expect(toHex(pieces.digest())).toBe(expected);
      }),
    );
  });
});

describe('hexadecimal text', () => {
  it('comes back as the bytes it was made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
        expect(fromHex(toHex(bytes).toUpperCase())).toEqual(bytes);
      }),
    );
  });

  it('is refused when it is no whole number of bytes or no digits', () => {
    expect(['0', 'xy', '0x12', ' 12', '1.'].map(fromHex)).toEqual([null, null, null, null, null]);
    expect(fromHex('')).toEqual(new Uint8Array(0));
  });
});
