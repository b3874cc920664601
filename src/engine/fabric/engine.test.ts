import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnerCommand } from '../../plan';
import { Engine, numbered } from './engine';
import { EventKind, RUN_STATUSES } from './events';
import { arbitraryMission } from './testing/arbitrary-mission';
import { columnsOf } from './testing/columns';
import { job, link, node, schedule, shard, tinyPlan } from './testing/tiny';

const FOREVER = Number.MAX_SAFE_INTEGER;
const bytesOf = (engine: Engine): Uint8Array => new Uint8Array(engine.snapshot());
const statusOf = (engine: Engine): string => RUN_STATUSES[engine.tables.status];

function ran(plan: Engine['plan'], commands: ReturnType<typeof schedule> = []): Engine {
  const engine = new Engine(plan, numbered(commands));
  engine.advanceTo(FOREVER);
  return engine;
}

/** Commands of every type that fit the missions of `arbitraryMission`, and some that fit none. */
const command: fc.Arbitrary<OwnerCommand> = fc.oneof(
  fc.constantFrom<OwnerCommand>(
    { type: 'system.pause', mode: 'drain' },
    { type: 'system.pause', mode: 'freeze' },
    { type: 'system.resume' },
    { type: 'checkpoint.save' },
    { type: 'run.stop' },
    { type: 'shard.pause', shard: 'nowhere', mode: 'drain' },
    { type: 'node.recover', nodeId: 'nothing' },
    { type: 'job.cancel', jobId: 'nobody' },
  ),
  arbitraryMission
    .map(({ commands }) => commands.map((c) => c.command))
    .filter((commands) => commands.length > 0)
    .chain((commands) => fc.constantFrom(...commands)),
);

describe('a command', () => {
  it('given while the run goes on does what the same command in the schedule does', () => {
    fc.assert(
      fc.property(arbitraryMission, ({ plan, commands }) => {
        const live = new Engine(plan);
        const given: typeof commands = [];
        for (const { tick, command } of [...commands].sort((x, y) => x.tick - y.tick)) {
          live.advanceTo(tick - 1);
          // a run with nothing left to come may end before its owner speaks
          if (live.ended) break;
          expect(live.give(command)).toMatchObject({ tick, sequence: given.length, origin: 'live' });
          given.push({ tick, command });
        }
        live.advanceTo(FOREVER);
        expect(bytesOf(live)).toEqual(bytesOf(ran(plan, given)));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('comes after those of the schedule for the same tick, and before later ones', () => {
    const plan = tinyPlan({ shards: [shard('a')], nodes: [node('n', 'a')], jobs: [job('x', 'a', 20)] });
    const engine = new Engine(
      plan,
      numbered(
        schedule(
          [9, { type: 'system.pause', mode: 'freeze' }],
          [5, { type: 'system.pause', mode: 'drain' }],
          [5, { type: 'system.resume' }],
        ),
      ),
    );
    engine.advanceTo(4);
    engine.give({ type: 'system.pause', mode: 'freeze' }, 'now');
    engine.give({ type: 'system.resume' });
    engine.advanceTo(FOREVER);
    const order: [number, number][] = [];
    engine.tables.log.scan(0, engine.tables.log.length, (_seq, tick, kind, a) => {
      if (kind === EventKind.ownerExecuted) order.push([tick, a]);
    });
    expect(order).toEqual([
      [5, 1],
      [5, 2],
      [5, 3],
      [5, 4],
      [9, 0],
    ]);
    expect(engine.commands[3]).toMatchObject({ tick: 5, note: 'now', origin: 'live' });
  });

  it('changes nothing when it is only previewed', () => {
    fc.assert(
      fc.property(
        arbitraryMission,
        fc.nat(80),
        fc.array(command, { minLength: 1, maxLength: 8 }),
        ({ plan, commands }, tick, previews) => {
          const engine = new Engine(plan, numbered(commands));
          const control = new Engine(plan, numbered(commands));
          engine.advanceTo(tick);
          const before = bytesOf(engine);
          for (const each of previews) engine.preview(each);
          expect(bytesOf(engine)).toEqual(before);
          engine.advanceTo(FOREVER);
          control.advanceTo(FOREVER);
          expect(bytesOf(engine)).toEqual(bytesOf(control));
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);

  it('does what its preview said', () => {
    fc.assert(
      fc.property(arbitraryMission, fc.nat(80), command, ({ plan, commands }, tick, each) => {
        const engine = new Engine(plan, numbered(commands.filter((c) => c.tick <= tick)));
        engine.advanceTo(tick);
        if (engine.ended) return;
        const prospect = engine.preview(each);
        const { sequence } = engine.give(each);
        engine.advanceTo(tick + 1);
        const receipt = engine.tables.receipts[sequence];
        if ('rejected' in prospect) expect(receipt).toMatchObject({ outcome: 2, touched: 0 });
        else expect(receipt).toMatchObject({ tick: tick + 1, outcome: 1, touched: prospect.touched });
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('that is rejected changes nothing but its receipt', () => {
    fc.assert(
      fc.property(arbitraryMission, fc.nat(80), command, ({ plan, commands }, tick, each) => {
        const engine = new Engine(plan, numbered(commands));
        engine.advanceTo(tick);
        if (engine.ended || !('rejected' in engine.preview(each))) return;
        const past = commands.filter((c) => c.tick <= tick);
        const without = Engine.restore(plan, numbered(past), engine.snapshot());
        const refused = Engine.restore(plan, numbered(past), engine.snapshot());
        refused.give(each);
        const first = refused.tables.log.length;
        without.advanceTo(tick + 1);
        refused.advanceTo(tick + 1);
        expect(refused.tables.log.row(first)).toMatchObject({
          tick: tick + 1,
          kind: EventKind.ownerRejected,
          a: past.length,
        });
        expect(columnsOf(refused.tables)).toEqual(columnsOf(without.tables));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('is refused after the end', () => {
    const engine = ran(tinyPlan({ shards: [shard('a')], jobs: [] }));
    expect(() => engine.give({ type: 'run.stop' })).toThrow('ended');
  });

  it('whose tick lies after the end stays without a receipt', () => {
    const plan = tinyPlan({ shards: [shard('a')], nodes: [node('n', 'a')], jobs: [job('x', 'a', 3)] });
    const engine = ran(plan, schedule([1, { type: 'checkpoint.save' }], [50, { type: 'run.stop' }]));
    expect(engine.tick).toBe(2);
    expect(engine.tables.receipts[0]).toMatchObject({ tick: 1, outcome: 1 });
    expect(engine.tables.receipts[1]).toBeUndefined();
  });
});

describe('advancing', () => {
  it('in any stops, by ticks or by events, comes to the same as in one go', () => {
    const stop = fc.oneof(
      fc.record({ ticks: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ events: fc.integer({ min: 1, max: 40 }) }),
    );
    fc.assert(
      fc.property(arbitraryMission, fc.array(stop), ({ plan, commands }, stops) => {
        const engine = new Engine(plan, numbered(commands));
        for (const each of stops) {
          if ('ticks' in each) engine.advanceTo(engine.tick + each.ticks);
          else expect(engine.advanceBy(each.events)).toBe(engine.ended);
        }
        engine.advanceTo(FOREVER);
        expect(bytesOf(engine)).toEqual(bytesOf(ran(plan, commands)));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('stops at the tick that was asked for, never at a later one', () => {
    const plan = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('x', 'a', 3), job('y', 'a', 3, { submissionTick: 1000 })],
    });
    const engine = new Engine(plan);
    for (const tick of [0, 2, 3, 4, 500, 998, 999, 1000, 1001]) {
      engine.advanceTo(tick);
      expect(engine.tick).toBe(tick);
    }
    engine.advanceTo(FOREVER);
    expect([engine.tick, statusOf(engine)]).toEqual([1002, 'completed']);
    engine.advanceTo(FOREVER);
    expect(engine.tick).toBe(1002);
  });
});

describe('a stretch in which nothing happens', () => {
  const GAP = 1_000_000_000;
  const long = { run: { maxTicks: 2 ** 31 - 1 } };
  const one = { ...long, shards: [shard('a')], nodes: [node('n', 'a')] };

  it.each([
    [
      'before a submission',
      { ...one, jobs: [job('x', 'a', 1), job('y', 'a', 1, { submissionTick: GAP })] },
      GAP,
    ],
    ['while a job works', { ...one, jobs: [job('x', 'a', GAP)] }, GAP - 1],
    [
      'before a repair',
      {
        ...one,
        jobs: [job('x', 'a', 10)],
        faults: [{ type: 'node.outage' as const, node: 'n', atTick: 1, forTicks: GAP }],
        unservablePatienceTicks: 2 ** 31 - 1,
      },
      GAP + 9,
    ],
    [
      'before patience ends',
      {
        ...one,
        jobs: [job('x', 'a', 10, { requiredSkills: ['weld'] })],
        nodes: [node('n', 'a', { specialties: [] })],
        unservablePatienceTicks: GAP,
      },
      GAP,
    ],
    [
      'on the way to another shard',
      {
        ...long,
        shards: [shard('a', { spilloverTargets: ['b'], latencyBudgetMs: 1000 * GAP }), shard('b')],
        links: [link('a', 'b', GAP)],
        nodes: [node('n', 'b')],
        jobs: [job('x', 'a', 1)],
      },
      GAP,
    ],
    [
      'before a deadline',
      {
        ...one,
        nodes: [],
        jobs: [job('x', 'a', 1, { deadlineTicks: GAP })],
        deadlinesKill: true,
        unservablePatienceTicks: 2 ** 31 - 1,
      },
      GAP - 1,
    ],
  ])('%s is passed over', (_, parts, lastTick) => {
    const engine = ran(tinyPlan(parts));
    expect(engine.tick).toBe(lastTick);
    expect(engine.tables.log.length).toBeLessThan(20);
    expect(engine.invariants.broken).toEqual([]);
  });

  it('before a command is passed over', () => {
    const plan = tinyPlan({ ...one, jobs: [job('x', 'a', 10)] });
    const engine = ran(
      plan,
      schedule([2, { type: 'system.pause', mode: 'freeze' }], [GAP, { type: 'system.resume' }]),
    );
    expect([engine.tick, statusOf(engine)]).toEqual([GAP + 7, 'completed']);
  });

  it('still has its checkpoints', () => {
    const plan = tinyPlan({
      ...one,
      run: { maxTicks: 2 ** 31 - 1, checkpointIntervalTicks: GAP / 10 },
      jobs: [job('x', 'a', 1), job('y', 'a', 1, { submissionTick: GAP })],
    });
    const engine = new Engine(plan);
    engine.advanceTo(FOREVER);
    expect(engine.tables.checkpoints).toBe(10);
  });
});

describe('the end of a run', () => {
  const one = { shards: [shard('a')], nodes: [node('n', 'a')] };

  it('comes at once when there is nothing to do', () => {
    const engine = ran(tinyPlan({ shards: [shard('a')], jobs: [] }));
    expect([engine.tick, statusOf(engine)]).toEqual([0, 'completed']);
  });

  it('is a stall when jobs remain and nothing is due', () => {
    const frozen = ran(
      tinyPlan({ ...one, jobs: [job('x', 'a', 10)] }),
      schedule([2, { type: 'system.pause', mode: 'freeze' }]),
    );
    expect([frozen.tick, statusOf(frozen)]).toEqual([3, 'stalled']);
    const paused = ran(
      tinyPlan({ ...one, jobs: [job('x', 'a', 10), job('y', 'a', 10)] }),
      schedule([2, { type: 'shard.pause', shard: 'a', mode: 'drain' }]),
    );
    expect([paused.tick, statusOf(paused)]).toEqual([10, 'stalled']);
  });

  it('is no stall while a command may still come', () => {
    const plan = tinyPlan({ ...one, jobs: [job('x', 'a', 10)] });
    const engine = ran(
      plan,
      schedule([2, { type: 'system.pause', mode: 'freeze' }], [900, { type: 'checkpoint.save' }]),
    );
    expect([engine.tick, statusOf(engine)]).toEqual([901, 'stalled']);
  });

  it.each([
    [{ stopAfterTicks: 4 }, 3, 'stopped'],
    [{ maxTicks: 4 }, 3, 'tick-budget'],
    [{ maxTicks: 4, stopAfterTicks: 4 }, 3, 'stopped'],
    [{ maxTicks: 10, stopAfterTicks: 10 }, 9, 'stopped'],
    [{ maxTicks: 10 }, 9, 'completed'],
    [{ maxTicks: 1 }, 0, 'tick-budget'],
  ])('with %o is tick %i, %s', (run, tick, status) => {
    const engine = ran(tinyPlan({ ...one, run, jobs: [job('x', 'a', 10)] }));
    expect([engine.tick, statusOf(engine)]).toEqual([tick, status]);
    expect(engine.tables.endTick).toBe(tick);
    const last = engine.tables.log.row(engine.tables.log.length - 1);
    expect(last).toMatchObject({ kind: EventKind.runEnded, tick, value: tick });
  });

  it('is the tick of an executed run.stop', () => {
    const engine = ran(tinyPlan({ ...one, jobs: [job('x', 'a', 10)] }), schedule([6, { type: 'run.stop' }]));
    expect([engine.tick, statusOf(engine)]).toEqual([6, 'stopped']);
  });
});

describe('the limits of a fabric', () => {
  it('hold: 256 shards in a ring, work that goes from the last to the first and back', () => {
    const ids = Array.from({ length: 256 }, (_, s) => `shard ${s}`);
    const plan = tinyPlan({
      shards: ids.map((id) => shard(id, { spilloverTargets: [ids[0], ids[255]].filter((t) => t !== id) })),
      links: [link(ids[255], ids[0])],
      nodes: [
        node('first', ids[0], { specialties: ['haul'] }),
        node('last', ids[255], { specialties: ['weld'] }),
      ],
      jobs: [
        job('there', ids[255], 2, { requiredSkills: ['haul'], priority: 9 }),
        job('back', ids[0], 2, { requiredSkills: ['weld'], priority: 0 }),
      ],
    });
    const engine = ran(plan);
    expect(statusOf(engine)).toBe('completed');
    expect([...engine.tables.jobs.shard].sort((x, y) => x - y)).toEqual([0, 255]);
    expect(engine.invariants.broken).toEqual([]);
  });

  it.each([2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER])('hold: a node of %i slots', (slots) => {
    const placements = ['declared', 'cheapest', 'least-loaded'] as const;
    const plan = tinyPlan({
      shards: placements.map((placement) => shard(placement, { router: { placement } })),
      nodes: placements.map((id) => node(id, id, { capacity: slots })),
      jobs: placements.flatMap((home) => [job(`${home} 1`, home, 1), job(`${home} 2`, home, 1)]),
    });
    const engine = ran(plan);
    expect([engine.tick, statusOf(engine)]).toEqual([0, 'completed']);
  });

  it('hold: a job may lose more starts than 16 bits can count', () => {
    const LOSSES = 66_000;
    const plan = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('x', 'a', 5)],
      maxAttempts: 1_000_000,
      onNodeLoss: 'restart',
      faults: Array.from({ length: LOSSES }, (_, k) => ({
        type: 'node.outage' as const,
        node: 'n',
        atTick: 1 + 2 * k,
        forTicks: 1,
      })),
    });
    const engine = ran(plan);
    expect(statusOf(engine)).toBe('completed');
    expect(engine.tables.jobs.attempts[0]).toBe(LOSSES);
    expect(engine.invariants.broken).toEqual([]);
  });
});

describe('a snapshot', () => {
  it('is refused by another plan or another revision', () => {
    const one = tinyPlan({ shards: [shard('a')], nodes: [node('n', 'a')], jobs: [job('x', 'a', 3)] });
    const two = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a')],
      jobs: [job('x', 'a', 3), job('y', 'a', 3)],
    });
    const snapshot = new Engine(one).snapshot();
    expect(() => Engine.restore(two, [], snapshot)).toThrow();
    expect(() => Engine.restore(one, [], snapshot.slice(0, 40))).toThrow();
  });
});
