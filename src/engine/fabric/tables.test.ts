import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SnapshotReader, SnapshotWriter } from '../kernel/snapshot';
import { Engine, numbered } from './engine';
import type { EventKind } from './events';
import { FabricTables } from './tables';
import { arbitraryMission, type SmallMission } from './testing/arbitrary-mission';
import { columnsOf } from './testing/columns';
import { job, link, node, shard, tinyPlan } from './testing/tiny';

function finished({ plan, commands }: SmallMission): Engine {
  const engine = new Engine(plan, numbered(commands));
  engine.advanceTo(Number.MAX_SAFE_INTEGER);
  return engine;
}

function snapshotOf(tables: FabricTables): Uint8Array {
  const writer = new SnapshotWriter();
  tables.write(writer, true);
  return new Uint8Array(writer.finish());
}

/** Fresh tables that learn a run from its log up to event `until`. */
function replayed(engine: Engine, until = engine.tables.log.length): FabricTables {
  const fresh = new FabricTables(engine.plan);
  engine.tables.log.scan(0, until, (_seq, tick, kind, a, b, value) =>
    fresh.record(tick, kind as EventKind, a, b, value),
  );
  return fresh;
}

describe('the tables of a run', () => {
  it('are what its event log says, column by column and byte by byte', () => {
    fc.assert(
      fc.property(arbitraryMission, (mission) => {
        const engine = finished(mission);
        const fresh = new FabricTables(engine.plan);
        engine.tables.log.scan(0, engine.tables.log.length, (_seq, tick, kind, a, b, value) =>
          fresh.apply(tick, kind as EventKind, a, b, value),
        );
        expect(columnsOf(fresh)).toEqual(columnsOf(engine.tables));
        expect(fresh.receipts).toEqual(engine.tables.receipts);
        expect(snapshotOf(replayed(engine))).toEqual(snapshotOf(engine.tables));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('are known in the middle of a run too', () => {
    fc.assert(
      fc.property(arbitraryMission, fc.nat(60), ({ plan, commands }, tick) => {
        const engine = new Engine(plan, numbered(commands));
        engine.advanceTo(tick);
        expect(snapshotOf(replayed(engine))).toEqual(snapshotOf(engine.tables));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('come back from a snapshot and go on as if nothing had been', () => {
    fc.assert(
      fc.property(arbitraryMission, fc.nat(1000), (mission, drawn) => {
        const engine = finished(mission);
        const { log } = engine.tables;
        // a snapshot is of the end of a tick, never of its middle
        const until = log.seqAtTick(1 + (drawn % (engine.tick + 1)));
        const restored = new FabricTables(engine.plan);
        restored.read(new SnapshotReader(snapshotOf(replayed(engine, until)).buffer as ArrayBuffer));
        log.scan(until, log.length, (_seq, tick, kind, a, b, value) =>
          restored.record(tick, kind as EventKind, a, b, value),
        );
        expect(snapshotOf(restored)).toEqual(snapshotOf(engine.tables));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('refuse an event of a kind nobody knows', () => {
    const tables = new FabricTables(tinyPlan({ shards: [shard('a')], jobs: [] }));
    expect(() => tables.apply(0, 99 as EventKind, 0, 0, 0)).toThrow('event kind 99');
  });
});

describe('what a job waited', () => {
  it('adds up to the ticks between its submission and its first start', () => {
    fc.assert(
      fc.property(arbitraryMission, (mission) => {
        const { tables, tick } = finished(mission);
        const { jobs, jobSet } = tables;
        for (let j = 0; j < jobs.count; j++) {
          const lostOrMoved = jobs.attempts[j] > 0 || jobs.firstStart[j] < 0;
          if (lostOrMoved || jobs.state[j] === 1 || jobs.state[j] === 2) continue;
          const waited = tables.waitsOf(j, tick).reduce((sum, ticks) => sum + ticks, 0);
          const untilStart = jobs.firstStart[j] - jobSet.submissionTick[j];
          // a job taken off its node by its owner waits again, so it may have waited more
          expect(waited).toBeGreaterThanOrEqual(untilStart);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is told by reason while it still waits', () => {
    const plan = tinyPlan({
      shards: [shard('a'), shard('b')],
      links: [link('a', 'b')],
      nodes: [node('n', 'a', { specialties: ['haul'] })],
      jobs: [job('first', 'a', 5), job('second', 'a', 5), job('third', 'a', 1, { requiredSkills: ['weld'] })],
    });
    const engine = new Engine(
      plan,
      numbered([{ tick: 2, command: { type: 'system.pause', mode: 'drain' } }]),
    );
    engine.advanceTo(3);
    const waits = (id: string) => engine.tables.waitsOf(engine.tables.jobSet.find(id), engine.tick);
    expect(waits('first')).toEqual([0, 0, 0, 0]);
    expect(waits('second')).toEqual([2, 0, 2, 0]);
    expect(waits('third')).toEqual([0, 2, 2, 0]);
  });
});
