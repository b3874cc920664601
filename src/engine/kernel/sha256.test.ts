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

describe('a running hash', () => {
  it('agrees with node:crypto at every length around two blocks', () => {
    const bytes = Uint8Array.from({ length: 200 }, (_, i) => i * 37);
    for (let length = 0; length <= bytes.length; length++) {
      const part = bytes.subarray(0, length);
      expect(toHex(sha256Of(part))).toBe(createHash('sha256').update(part).digest('hex'));
    }
  });

  it('takes pieces of any length, also parts of a larger buffer, and two hashes at a time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }),
        fc.nat(7),
        (pieces, shift) => {
          const a = createSha256();
          const b = createSha256();
          const model = createHash('sha256');
          for (const piece of pieces) {
            const buffer = new Uint8Array(piece.length + shift + 3);
            buffer.set(piece, shift);
            a.update(buffer.subarray(shift, shift + piece.length));
            b.update(piece).update(piece);
            model.update(piece);
          }
          const twice = createHash('sha256');
          for (const piece of pieces) twice.update(piece).update(piece);
          expect(toHex(a.digest())).toBe(model.digest('hex'));
          expect(toHex(b.digest())).toBe(twice.digest('hex'));
        },
      ),
    );
  });
});
