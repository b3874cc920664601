import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventLog, SEGMENT_EVENTS } from './log';
import { toHex } from './sha256';
import { SnapshotReader, SnapshotWriter } from './snapshot';

interface Event {
  tick: number;
  kind: number;
  a: number;
  b: number;
  value: number;
}

const dictionary = Uint8Array.from({ length: 32 }, (_, i) => i);

/** Events that fill the range of every column; ticks ascend, three events each. */
const eventAt = (i: number): Event => ({
  tick: Math.floor(i / 3),
  kind: i % 256,
  a: (i * 2_654_435_761) % 2 ** 32,
  b: (i * 40_503) % 65_536,
  value: i % 5 === 0 ? Number.MAX_SAFE_INTEGER - i : i,
});
const events = (count: number): Event[] => Array.from({ length: count }, (_, i) => eventAt(i));

function logOf(count: number, log = new EventLog(dictionary)): EventLog {
  for (let i = log.length; i < count; i++) {
    const { tick, kind, a, b, value } = eventAt(i);
    log.append(tick, kind, a, b, value);
  }
  return log;
}

/** The chain as the documents put it, computed with node:crypto and nothing of the log. */
function chain(list: readonly Event[]): string[] {
  const digests = [Buffer.from(dictionary)];
  for (let from = 0; from < list.length; from += 1024) {
    const segment = list.slice(from, from + 1024);
    const columns = [
      ...segment.map((e) => int32(e.tick)),
      Buffer.from(segment.map((e) => e.kind)),
      ...segment.map((e) => uint32(e.a)),
      ...segment.map((e) => uint32(e.b)),
      ...segment.map((e) => double(e.value)),
    ];
    digests.push(
      createHash('sha256')
        .update(Buffer.concat([digests[digests.length - 1], ...columns]))
        .digest(),
    );
  }
  return digests.map((d) => d.toString('hex'));
}
function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** Segment digests 0 to `segments`, as hexadecimal text. */
const digestsOf = (log: EventLog): string[] =>
  Array.from({ length: log.segments + 1 }, (_, k) => toHex(log.segmentDigest(k)));

function copied(log: EventLog, whole: boolean): EventLog {
  const writer = new SnapshotWriter();
  log.write(writer, whole);
  const copy = new EventLog(new Uint8Array(32));
  copy.read(new SnapshotReader(writer.finish()));
  return copy;
}

/** Around the segment, and around the chunk of sixteen segments that memory comes in. */
const LENGTHS = [0, 1, 1023, 1024, 1025, 2048, 16_383, 16_384, 16_385, 40_000];

describe('the digest chain', () => {
  it.each(LENGTHS)('is the documented one after %i events', (count) => {
    const log = logOf(count);
    const expected = chain(events(count));
    expect(digestsOf(log)).toEqual(expected);
    expect(toHex(log.digest())).toBe(expected[expected.length - 1]);
    expect(log.sealedSegments).toBe(Math.floor(count / SEGMENT_EVENTS));
    expect(log.segments).toBe(Math.ceil(count / SEGMENT_EVENTS));
  });

  it('can be read at any time without changing what follows', () => {
    const log = new EventLog(dictionary);
    for (const count of [1, 700, 1023, 1024, 1025, 3000]) {
      logOf(count, log);
      expect(toHex(log.digest())).toBe(chain(events(count)).at(-1));
    }
  });

  it('changes with every column of every event, and with the dictionary', () => {
    const digest = (change: (e: Event) => void, at: number, start = dictionary): string => {
      const list = events(2000);
      change(list[at]);
      const log = new EventLog(start);
      for (const e of list) log.append(e.tick, e.kind, e.a, e.b, e.value);
      return toHex(log.digest());
    };
    const same = digest(() => {}, 0);
    expect(digest((e) => e.tick++, 0)).not.toBe(same);
    expect(digest((e) => (e.kind ^= 1), 500)).not.toBe(same);
    expect(digest((e) => (e.a ^= 1), 1023)).not.toBe(same);
    expect(digest((e) => (e.b ^= 1), 1024)).not.toBe(same);
    expect(digest((e) => e.value--, 1999)).not.toBe(same);
    expect(digest(() => {}, 0, new Uint8Array(32))).not.toBe(same);
  });
});

describe.each([
  ['whole', true],
  ['tail only', false],
] as const)('a log restored from a snapshot, %s', (_, whole) => {
  it.each(LENGTHS)('at %i events goes on with the same digests', (count) => {
    const log = logOf(count);
    const restored = copied(log, whole);
    expect(restored.length).toBe(count);
    expect(restored.firstSeq).toBe(whole ? 0 : count - (count % SEGMENT_EVENTS));
    expect(toHex(restored.digest())).toBe(toHex(log.digest()));
    for (const more of [count + 1, count + 1024, count + 3000]) {
      logOf(more, log);
      logOf(more, restored);
      expect(digestsOf(restored)).toEqual(digestsOf(log));
    }
    if (restored.length > restored.firstSeq)
      expect(restored.row(restored.firstSeq)).toEqual({
        seq: restored.firstSeq,
        ...eventAt(restored.firstSeq),
      });
  });

  it('can be restored again and again', () => {
    let log = new EventLog(dictionary);
    for (const count of [500, 1024, 1500, 5000, 17_000]) log = copied(logOf(count, log), whole);
    expect(digestsOf(log)).toEqual(chain(events(17_000)));
  });
});

describe('reading a log', () => {
  const COUNT = 40_000;
  const log = logOf(COUNT);
  const tail = logOf(COUNT, copied(logOf(20_000), false));

  it('scans any stretch in order', () => {
    const stretch = fc.tuple(fc.nat(COUNT), fc.nat(2000));
    fc.assert(
      fc.property(stretch, fc.boolean(), ([start, length], ofTail) => {
        const source = ofTail ? tail : log;
        const from = Math.max(source.firstSeq, start);
        const to = Math.max(from, Math.min(COUNT, from + length));
        const seen: object[] = [];
        source.scan(from, to, (seq, tick, kind, a, b, value) => seen.push({ seq, tick, kind, a, b, value }));
        expect(seen).toEqual(
          Array.from({ length: to - from }, (_, i) => ({ seq: from + i, ...eventAt(from + i) })),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('gives single events, and refuses those it does not hold', () => {
    for (const seq of [0, 1023, 1024, 16_383, 16_384, COUNT - 1]) {
      expect(log.row(seq)).toEqual({ seq, ...eventAt(seq) });
      expect([log.tickAt(seq), log.kindAt(seq)]).toEqual([eventAt(seq).tick, eventAt(seq).kind]);
    }
    expect(() => log.row(COUNT)).toThrow('here');
    expect(() => log.row(-1)).toThrow('here');
    expect(() => tail.row(tail.firstSeq - 1)).toThrow('here');
  });

  it('finds the first event of a tick', () => {
    const lastTick = eventAt(COUNT - 1).tick;
    for (const tick of [0, 1, 341, 5000, lastTick]) expect(log.seqAtTick(tick)).toBe(tick * 3);
    expect(log.seqAtTick(lastTick + 1)).toBe(COUNT);
    expect(log.seqAtTick(-5)).toBe(0);
    expect(tail.seqAtTick(0)).toBe(tail.firstSeq);
    expect(tail.seqAtTick(lastTick)).toBe(lastTick * 3);
    expect(new EventLog(dictionary).seqAtTick(3)).toBe(0);
  });
});
