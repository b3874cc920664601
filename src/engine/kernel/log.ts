import { assert } from './assert';
import { createSha256, type RunningHash } from './sha256';
import type { SnapshotReader, SnapshotWriter } from './snapshot';

/** Events in one segment of the digest chain. */
export const SEGMENT_EVENTS = 1024;
/** Segments in one chunk of memory: small enough for a small run, large enough for 30 million events. */
const CHUNK_EVENTS = 16 * SEGMENT_EVENTS;
const DIGEST_BYTES = 32;

assert(
  new Uint8Array(new Uint32Array([1]).buffer)[0] === 1,
  'the event log is hashed as little-endian columns',
);

interface Chunk {
  tick: Int32Array;
  kind: Uint8Array;
  a: Uint32Array;
  b: Uint32Array;
  value: Float64Array;
}

/** One event as an object: for reading, never for storing. */
export interface EventRow {
  seq: number;
  tick: number;
  kind: number;
  a: number;
  b: number;
  value: number;
}

/**
 * The event log: five columns, 21 bytes an event, in chunks that are never copied. Every segment of 1,024
 * events carries d(k) = SHA-256(d(k-1) || tick || kind || a || b || value), each a little-endian column;
 * d(0) is the digest of the id dictionary, and the run's digest is the last one.
 *
 * A log restored from a snapshot may start at `firstSeq` > 0: what came before is sealed and elsewhere.
 */
export class EventLog {
  private chunks: Chunk[] = [];
  private chunk: Chunk;
  private used = CHUNK_EVENTS;
  private digests: Uint8Array;
  private sealed = 0;
  /** Events in all, those before `firstSeq` included. */
  length = 0;
  /** The first event whose columns are here; always a multiple of SEGMENT_EVENTS. */
  firstSeq = 0;

  constructor(dictionaryDigest: Uint8Array) {
    this.digests = new Uint8Array(DIGEST_BYTES * 64);
    this.digests.set(dictionaryDigest);
    this.chunk = newChunk(0);
  }

  append(tick: number, kind: number, a: number, b: number, value: number): void {
    if (this.used === CHUNK_EVENTS) {
      this.chunk = newChunk(CHUNK_EVENTS);
      this.chunks.push(this.chunk);
      this.used = 0;
    }
    const chunk = this.chunk;
    const at = this.used++;
    chunk.tick[at] = tick;
    chunk.kind[at] = kind;
    chunk.a[at] = a;
    chunk.b[at] = b;
    chunk.value[at] = value;
    this.length++;
    if ((this.used & (SEGMENT_EVENTS - 1)) === 0)
      this.seal(chunk, this.used - SEGMENT_EVENTS, SEGMENT_EVENTS);
  }

  /** Segments that are full and hashed. */
  get sealedSegments(): number {
    return this.sealed;
  }

  /** Segments, the unsealed last one included. */
  get segments(): number {
    return Math.ceil(this.length / SEGMENT_EVENTS);
  }

  /** d(k); d(0) is the dictionary's digest. `k` up to `segments`; the unsealed tail is hashed on demand. */
  segmentDigest(k: number): Uint8Array {
    if (k <= this.sealed) return this.digests.slice(k * DIGEST_BYTES, (k + 1) * DIGEST_BYTES);
    assert(k === this.segments, 'only the last segment can be unsealed');
    const tail = this.length % SEGMENT_EVENTS;
    return this.hashSegment(this.chunk, this.used - tail, tail, this.segmentDigest(this.sealed));
  }

  /** The digest of the run so far: d of the last segment. */
  digest(): Uint8Array {
    return this.segmentDigest(this.segments);
  }

  kindAt(seq: number): number {
    const i = seq - this.firstSeq;
    return this.chunks[Math.floor(i / CHUNK_EVENTS)].kind[i % CHUNK_EVENTS];
  }
  tickAt(seq: number): number {
    const i = seq - this.firstSeq;
    return this.chunks[Math.floor(i / CHUNK_EVENTS)].tick[i % CHUNK_EVENTS];
  }

  /** Event number `seq`; firstSeq <= seq < length. */
  row(seq: number): EventRow {
    assert(seq >= this.firstSeq && seq < this.length, 'an event that is here');
    const i = seq - this.firstSeq;
    const chunk = this.chunks[Math.floor(i / CHUNK_EVENTS)];
    const at = i % CHUNK_EVENTS;
    return {
      seq,
      tick: chunk.tick[at],
      kind: chunk.kind[at],
      a: chunk.a[at],
      b: chunk.b[at],
      value: chunk.value[at],
    };
  }

  /** The first event with tick >= `tick`; `length` when there is none. */
  seqAtTick(tick: number): number {
    let low = this.firstSeq;
    let high = this.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.tickAt(middle) < tick) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Calls `visit` for events [from, to) in order, without an object an event. */
  scan(
    from: number,
    to: number,
    visit: (seq: number, tick: number, kind: number, a: number, b: number, value: number) => void,
  ): void {
    for (let seq = from; seq < to; ) {
      const chunk = this.chunks[Math.floor((seq - this.firstSeq) / CHUNK_EVENTS)];
      let at = (seq - this.firstSeq) % CHUNK_EVENTS;
      for (; at < CHUNK_EVENTS && seq < to; at++, seq++) {
        visit(seq, chunk.tick[at], chunk.kind[at], chunk.a[at], chunk.b[at], chunk.value[at]);
      }
    }
  }

  /** Bytes that the columns hold. */
  get bytes(): number {
    return this.chunks.length * CHUNK_EVENTS * 21 + this.digests.length;
  }

  /** With `whole`, every event that is here; without, only the unsealed tail. */
  write(writer: SnapshotWriter, whole: boolean): void {
    const from = whole ? this.firstSeq : this.sealed * SEGMENT_EVENTS;
    const count = this.length - from;
    const flat = newChunk(count);
    let i = 0;
    this.scan(from, this.length, (_seq, tick, kind, a, b, value) => {
      flat.tick[i] = tick;
      flat.kind[i] = kind;
      flat.a[i] = a;
      flat.b[i] = b;
      flat.value[i] = value;
      i++;
    });
    writer.json('log', { firstSeq: from, length: this.length, sealed: this.sealed });
    writer.column('log.digests', this.digests.slice(0, (this.sealed + 1) * DIGEST_BYTES));
    writer.column('log.tick', flat.tick);
    writer.column('log.kind', flat.kind);
    writer.column('log.a', flat.a);
    writer.column('log.b', flat.b);
    writer.column('log.value', flat.value);
  }

  read(reader: SnapshotReader): void {
    const { firstSeq, length, sealed } = reader.json<{ firstSeq: number; length: number; sealed: number }>(
      'log',
    );
    const digests = reader.column('log.digests', Uint8Array);
    const tick = reader.column('log.tick', Int32Array);
    const kind = reader.column('log.kind', Uint8Array);
    const a = reader.column('log.a', Uint32Array);
    const b = reader.column('log.b', Uint32Array);
    const value = reader.column('log.value', Float64Array);
    assert(
      firstSeq % SEGMENT_EVENTS === 0 && tick.length === length - firstSeq,
      'a log snapshot is whole segments and a tail',
    );
    this.chunks = [];
    this.used = CHUNK_EVENTS;
    this.digests = digests.slice();
    this.sealed = sealed;
    this.firstSeq = firstSeq;
    this.length = length;
    for (let from = 0; from < tick.length; from += CHUNK_EVENTS) {
      const to = Math.min(from + CHUNK_EVENTS, tick.length);
      this.chunk = newChunk(CHUNK_EVENTS);
      this.chunk.tick.set(tick.subarray(from, to));
      this.chunk.kind.set(kind.subarray(from, to));
      this.chunk.a.set(a.subarray(from, to));
      this.chunk.b.set(b.subarray(from, to));
      this.chunk.value.set(value.subarray(from, to));
      this.chunks.push(this.chunk);
      this.used = to - from;
    }
  }

  private seal(chunk: Chunk, from: number, count: number): void {
    const digest = this.hashSegment(chunk, from, count, this.segmentDigest(this.sealed));
    this.sealed++;
    const end = (this.sealed + 1) * DIGEST_BYTES;
    if (end > this.digests.length) {
      const grown = new Uint8Array(this.digests.length * 2);
      grown.set(this.digests);
      this.digests = grown;
    }
    this.digests.set(digest, end - DIGEST_BYTES);
  }

  private hashSegment(chunk: Chunk, from: number, count: number, previous: Uint8Array): Uint8Array {
    const hash: RunningHash = createSha256();
    hash.update(previous);
    hash.update(new Uint8Array(chunk.tick.buffer, from * 4, count * 4));
    hash.update(chunk.kind.subarray(from, from + count));
    hash.update(new Uint8Array(chunk.a.buffer, from * 4, count * 4));
    hash.update(new Uint8Array(chunk.b.buffer, from * 4, count * 4));
    hash.update(new Uint8Array(chunk.value.buffer, from * 8, count * 8));
    return hash.digest();
  }
}

function newChunk(events: number): Chunk {
  return {
    tick: new Int32Array(events),
    kind: new Uint8Array(events),
    a: new Uint32Array(events),
    b: new Uint32Array(events),
    value: new Float64Array(events),
  };
}
