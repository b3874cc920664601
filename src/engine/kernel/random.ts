import { sha256Of } from './sha256';

/**
 * A named stream of random integers. Its state is four 32-bit words derived from (seed, purpose), so a
 * stream added for one thing disturbs no other. Generator: xoshiro128** 1.1 (Blackman and Vigna 2018).
 */
export interface Stream {
  /** Uniform integer in [0, 2^32). */
  next(): number;
  /** Uniform integer in [0, n), without modulo bias; 1 <= n <= 2^53 - 1. */
  below(n: number): number;
  /** Exponential with mean 1, by comparisons of uniforms only (von Neumann 1951), so equal on every machine. */
  exponential(): number;
}

const encoder = new TextEncoder();

/** The stream of `purpose` under the root `seed`. */
export function createStream(seed: string, purpose: string): Stream {
  const key = sha256Of(encoder.encode(`${seed.length}:${seed}:${purpose}`));
  const words = new DataView(key.buffer, key.byteOffset, key.byteLength);
  let s0 = words.getInt32(0, true);
  let s1 = words.getInt32(4, true);
  let s2 = words.getInt32(8, true);
  let s3 = words.getInt32(12, true) | 1;

  const next = (): number => {
    const r = Math.imul(s1, 5);
    const result = Math.imul((r << 7) | (r >>> 25), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result;
  };

  const below = (n: number): number => {
    if (n <= 0x1_0000_0000) {
      const limit = 0x1_0000_0000 - (0x1_0000_0000 % n);
      for (;;) {
        const draw = next();
        if (draw < limit) return draw % n;
      }
    }
    const range = Number.MAX_SAFE_INTEGER + 1;
    const limit = range - (range % n);
    for (;;) {
      const draw = (next() >>> 11) * 0x1_0000_0000 + next();
      if (draw < limit) return draw % n;
    }
  };

  const exponential = (): number => {
    for (let whole = 0; ; whole++) {
      const first = next();
      let last = first;
      let run = 1;
      for (let draw = next(); draw < last; draw = next()) {
        last = draw;
        run++;
      }
      if ((run & 1) === 1) return whole + first / 0x1_0000_0000;
    }
  };

  return { next, below, exponential };
}
