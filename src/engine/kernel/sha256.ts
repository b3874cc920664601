import { assert } from './assert';

/**
 * SHA-256 (FIPS 180-4), synchronous because the engine is. Written here because every event passes through it:
 * a general library took nearly half of a run, and is less than half as fast in a browser's worker.
 */
export interface RunningHash {
  update(bytes: Uint8Array): RunningHash;
  /** The 32 bytes of the hash; ends it. */
  digest(): Uint8Array;
}
export function createSha256(): RunningHash {
  return new Sha256();
}

/** SHA-256 of `bytes` as 32 bytes. */
export function sha256Of(bytes: Uint8Array): Uint8Array {
  return new Sha256().update(bytes).digest();
}

const BLOCK_BYTES = 64;
/** First 32 bits of the fractions of the cube roots of the first 64 primes. */
const K = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);
/** First 32 bits of the fractions of the square roots of the first 8 primes. */
const START = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

class Sha256 implements RunningHash {
  private readonly state = Int32Array.from(START);
  private readonly rest = new Uint8Array(BLOCK_BYTES);
  private readonly restView = new DataView(this.rest.buffer);
  /** Bytes so far. */
  private length = 0;
  private ended = false;

  update(bytes: Uint8Array): this {
    assert(!this.ended, 'a hash that was read takes no more bytes');
    const filled = this.length % BLOCK_BYTES;
    this.length += bytes.length;
    let at = 0;
    if (filled > 0) {
      at = Math.min(BLOCK_BYTES - filled, bytes.length);
      this.rest.set(bytes.subarray(0, at), filled);
      if (filled + at < BLOCK_BYTES) return this;
      compress(this.state, this.restView, 0);
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (; at + BLOCK_BYTES <= bytes.length; at += BLOCK_BYTES) compress(this.state, view, at);
    this.rest.set(bytes.subarray(at));
    return this;
  }

  digest(): Uint8Array {
    const { rest, restView, state, length } = this;
    assert(!this.ended, 'a hash is read once');
    this.ended = true;
    const filled = length % BLOCK_BYTES;
    rest[filled] = 0x80;
    rest.fill(0, filled + 1);
    if (filled + 1 > BLOCK_BYTES - 8) {
      compress(state, restView, 0);
      rest.fill(0);
    }
    restView.setUint32(BLOCK_BYTES - 8, Math.floor(length / 0x2000_0000));
    restView.setUint32(BLOCK_BYTES - 4, (length % 0x2000_0000) * 8);
    compress(state, restView, 0);
    const digest = new Uint8Array(32);
    const digestView = new DataView(digest.buffer);
    for (let i = 0; i < 8; i++) digestView.setInt32(4 * i, state[i]);
    return digest;
  }
}

/** The message schedule, shared because one block is done at a time. */
const W = new Int32Array(BLOCK_BYTES);

/** Takes the 64 bytes of `view` from `at` on into `state`. */
function compress(state: Int32Array, view: DataView, at: number): void {
  for (let i = 0; i < 16; i++) W[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15];
    const y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = (W[i - 16] + W[i - 7] + s0 + s1) | 0;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  // Four rounds at a time, each under the next names, so that the eight values are moved once in four rounds.
  for (let i = 0; i < 64; i += 4) {
    let t = (h + bigSigma1(e) + (g ^ (e & (f ^ g))) + K[i] + W[i]) | 0;
    d = (d + t) | 0;
    h = (t + bigSigma0(a) + ((a & b) ^ (c & (a ^ b)))) | 0;
    t = (g + bigSigma1(d) + (f ^ (d & (e ^ f))) + K[i + 1] + W[i + 1]) | 0;
    c = (c + t) | 0;
    g = (t + bigSigma0(h) + ((h & a) ^ (b & (h ^ a)))) | 0;
    t = (f + bigSigma1(c) + (e ^ (c & (d ^ e))) + K[i + 2] + W[i + 2]) | 0;
    b = (b + t) | 0;
    f = (t + bigSigma0(g) + ((g & h) ^ (a & (g ^ h)))) | 0;
    t = (e + bigSigma1(b) + (d ^ (b & (c ^ d))) + K[i + 3] + W[i + 3]) | 0;
    const first = (a + t) | 0;
    a = (t + bigSigma0(f) + ((f & g) ^ (h & (f ^ g)))) | 0;
    e = first;
    t = b;
    b = f;
    f = t;
    t = c;
    c = g;
    g = t;
    t = d;
    d = h;
    h = t;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

const bigSigma0 = (a: number): number =>
  ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
const bigSigma1 = (e: number): number =>
  ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));

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
