import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Engine, numbered } from './engine';
import { JOB_STATES } from './events';
import { arbitraryMission } from './testing/arbitrary-mission';
import { type ReferenceRun, runReference } from './testing/reference';
import { twelveJobs } from './testing/twelve-jobs';

function waitsOf(engine: Engine, job: number): ReferenceRun['jobs'][number]['waits'] {
  const [slot, skill, paused, transit] = engine.tables.waitsOf(job, engine.tick);
  return { slot, skill, paused, transit };
}

/** What a run left behind, in the words of the reference model. */
function facts(engine: Engine): ReferenceRun {
  const { tables } = engine;
  const events: ReferenceRun['events'] = [];
  tables.log.scan(0, tables.log.length, (_seq, tick, kind, a, b, value) => {
    events.push({ tick, kind, a, b, value } as ReferenceRun['events'][number]);
  });
  const { jobs, jobSet } = tables;
  return {
    events,
    status: tables.status,
    lastTick: engine.tick,
    jobs: Array.from({ length: jobs.count }, (_, j) => ({
      id: jobSet.nameOf(j),
      state: JOB_STATES[jobs.state[j]],
      shard: jobs.shard[j],
      attempts: jobs.attempts[j],
      hops: jobs.hops[j],
      firstStartTick: jobs.firstStart[j],
      endTick: jobs.endTick(j),
      waits: waitsOf(engine, j),
    })),
  };
}

const RUNS = Number(process.env.ORRERY_PROPERTY_RUNS ?? 150);

describe('the engine and the reference model', () => {
  it('agree event by event on random small missions', () => {
    fc.assert(
      fc.property(arbitraryMission, ({ plan, commands }) => {
        const engine = new Engine(plan, numbered(commands));
        engine.advanceTo(Number.MAX_SAFE_INTEGER);
        expect(facts(engine)).toEqual(runReference(plan, commands));
        expect(engine.invariants.broken).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it('agree on the twelve jobs of docs/twelve-jobs.md, worked out by hand', () => {
    const engine = new Engine(twelveJobs.plan, numbered(twelveJobs.commands));
    engine.advanceTo(Number.MAX_SAFE_INTEGER);
    expect(facts(engine).events).toEqual(twelveJobs.events);
  });
});

describe('a run', () => {
  it('continues from a snapshot at any tick as if it had not been interrupted', () => {
    fc.assert(
      fc.property(arbitraryMission, fc.nat(200), fc.boolean(), ({ plan, commands }, tick, wholeLog) => {
        const straight = new Engine(plan, numbered(commands));
        straight.advanceTo(Number.MAX_SAFE_INTEGER);
        const first = new Engine(plan, numbered(commands));
        first.advanceTo(tick);
        const second = Engine.restore(plan, numbered(commands), first.snapshot(wholeLog));
        second.advanceTo(Number.MAX_SAFE_INTEGER);
        expect(second.tables.log.digest()).toEqual(straight.tables.log.digest());
        expect(second.tick).toBe(straight.tick);
        if (wholeLog) expect(new Uint8Array(second.snapshot())).toEqual(new Uint8Array(straight.snapshot()));
      }),
      { numRuns: RUNS },
    );
  }, 300_000);
});
