import { describe, expect, it } from 'vitest';
import type { Plan } from '../../plan';
import { Engine, numbered } from './engine';
import { EventKind, JobState, PauseMode, pairOf } from './events';
import { INVARIANT_IDS, type InvariantId } from './invariants';
import { job, link, node, schedule, shard, tinyPlan } from './testing/tiny';

/** Two shards that lack what the other has, prices, an outage, and work in every state by tick 6. */
const plan: Plan = tinyPlan({
  shards: [
    shard('a', { spilloverTargets: ['b'], latencyBudgetMs: 4000 }),
    shard('b', { spilloverTargets: ['a'], latencyBudgetMs: 4000 }),
    shard('c'),
  ],
  links: [link('a', 'b', 3), { from: 'a', to: 'c', latencyMs: 60_000 }],
  nodes: [
    node('haul', 'a', {
      specialties: ['haul'],
      capacity: 2,
      pricing: { amount: '0.5', currency: 'USDC', unit: 'tick' },
    }),
    node('weld', 'b', {
      specialties: ['weld'],
      pricing: { amount: '2', currency: 'USDC', unit: 'job' },
    }),
  ],
  jobs: [
    job('done', 'a', 2, { requiredSkills: ['haul'], value: 10 }),
    job('lost', 'a', 9, { requiredSkills: ['haul'], value: 20 }),
    job('next', 'a', 9, { requiredSkills: ['haul'], value: 25 }),
    job('waiting', 'a', 9, { requiredSkills: ['haul'], value: 30 }),
    job('gone', 'a', 9, { requiredSkills: ['weld'], value: 40 }),
    job('late', 'a', 9, { requiredSkills: ['weld'], value: 45, submissionTick: 5 }),
    job('stuck', 'a', 9, { requiredSkills: ['dig'], value: 50 }),
    job('unwanted', 'b', 9, { requiredSkills: ['weld'], value: 60 }),
    job('future', 'b', 9, { requiredSkills: ['weld'], value: 70, submissionTick: 30 }),
  ],
  faults: [{ type: 'node.outage', node: 'haul', atTick: 4, forTicks: 1 }],
  unservablePatienceTicks: 3,
});
const commands = schedule([3, { type: 'job.cancel', jobId: 'unwanted' }]);
const MIDDLE = 6;

function inTheMiddle(): Engine {
  const engine = new Engine(plan, numbered(commands));
  engine.advanceTo(MIDDLE);
  return engine;
}
const numberOf = (engine: Engine, id: string): number => engine.tables.jobSet.find(id);
const brokenIn = (engine: Engine): InvariantId[] =>
  engine.invariants.broken.map((law) => law.id as InvariantId);

/** Takes `id` from one account to another without an event; the total stays. */
function misbook(engine: Engine, units: number, value: number): void {
  const { ledger, queued, failed } = engine.tables.accounts;
  ledger.transfer(queued[0], failed[0], units, value);
}

/** A decision that was never taken, as an event alone. */
function forge(engine: Engine, kind: EventKind, a: number, b: number, tick = MIDDLE): void {
  engine.tables.log.append(tick, kind, a, b, 0);
}

/** For each law a damage that it must see, done by hand. */
const DAMAGES: Record<InvariantId, ((engine: Engine) => void)[]> = {
  'jobs.conserved': [
    (e) => misbook(e, 1, 0),
    (e) => {
      e.tables.jobs.state[numberOf(e, 'waiting')] = JobState.cancelled;
    },
    (e) => {
      e.tables.jobs.state[numberOf(e, 'done')] = JobState.scheduled;
    },
    (e) => {
      e.tables.jobs.state[numberOf(e, 'future')] = JobState.queued;
    },
    (e) => {
      e.tables.jobs.shard[numberOf(e, 'stuck')] = 1;
    },
    (e) => {
      e.yard.queueLength[0]--;
    },
    (e) =>
      e.tables.accounts.ledger.transfer(e.tables.accounts.scheduled[1], e.tables.accounts.queued[0], 1, 0),
  ],
  'value.conserved': [
    (e) => misbook(e, 0, 5),
    (e) =>
      e.tables.accounts.ledger.transfer(e.tables.accounts.completed[0], e.tables.accounts.queued[0], 0, 1),
    (e) => e.tables.accounts.ledger.transfer(e.tables.accounts.payer[0], e.tables.accounts.running[1], 0, 1),
  ],
  'slots.respected': [
    (e) => {
      e.tables.usedSlots[1] = 2;
      forge(e, EventKind.jobAssigned, numberOf(e, 'gone'), 1);
    },
    (e) => {
      e.tables.jobs.state[numberOf(e, 'waiting')] = JobState.running;
      e.tables.jobs.place[numberOf(e, 'waiting')] = 0;
    },
  ],
  'flows.match': [
    (e) => {
      e.yard.inbound[1]++;
    },
    (e) => {
      e.yard.inbound[1]--;
      e.yard.inbound[0]++;
    },
    (e) => {
      e.tables.jobs.state[numberOf(e, 'late')] = JobState.queued;
    },
  ],
  'node.match': [
    (e) => {
      e.tables.usedSlots[0] = 0;
    },
    (e) => {
      e.tables.jobs.place[numberOf(e, 'done')] = 1;
    },
    (e) => {
      e.tables.jobs.place[numberOf(e, 'lost')] = 1;
    },
  ],
  'attempts.bounded': [
    (e) => {
      e.tables.jobs.attempts[numberOf(e, 'waiting')] = 6;
    },
  ],
  'eligibility.respected': [(e) => forge(e, EventKind.jobAssigned, numberOf(e, 'waiting'), 1)],
  'budget.respected': [
    (e) => forge(e, EventKind.jobSpilled, numberOf(e, 'waiting'), pairOf(0, 2)),
    (e) => forge(e, EventKind.jobSpilled, numberOf(e, 'waiting'), pairOf(1, 2)),
  ],
  'paused.quiet': [
    (e) => {
      e.tables.ownPause[0] = PauseMode.drain;
      forge(e, EventKind.jobAssigned, numberOf(e, 'waiting'), 0);
    },
    (e) => {
      e.tables.systemPause = PauseMode.freeze;
      forge(e, EventKind.jobAssigned, numberOf(e, 'waiting'), 0);
    },
  ],
  'ids.unique': [
    (e) => {
      e.tables.fleet.nodes[1].id = 'haul';
    },
    (e) => {
      e.tables.fleet.shards[2].id = 'a';
    },
  ],
  'cost.conserved': [
    (e) => e.tables.accounts.ledger.transfer(e.tables.accounts.payer[0], e.tables.accounts.transit(1), 1, 7),
  ],
  'time.monotone': [(e) => forge(e, EventKind.shardCalm, 0, 0, 1)],
  'log.matches': [
    (e) => forge(e, EventKind.jobSubmitted, numberOf(e, 'future'), 1),
    (e) => e.tables.apply(MIDDLE, EventKind.jobSubmitted, numberOf(e, 'future'), 1, 70),
    (e) => e.tables.apply(MIDDLE, EventKind.jobCompleted, numberOf(e, 'gone'), 1, 99),
  ],
};

describe('the mission of these tests', () => {
  it('has work in every state, and keeps every law to its end', () => {
    const engine = inTheMiddle();
    expect(new Set(engine.tables.jobs.state)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    engine.invariants.finish(MIDDLE);
    expect(brokenIn(engine)).toEqual([]);
    engine.advanceTo(Number.MAX_SAFE_INTEGER);
    expect(brokenIn(engine)).toEqual([]);
    for (const law of engine.invariants.states.values()) expect(law.checks, law.id).toBeGreaterThan(0);
  });
});

describe.each(INVARIANT_IDS)('the law %s', (id) => {
  it.each(DAMAGES[id].map((damage, i) => [i + 1, damage] as const))('sees damage %i', (_, damage) => {
    const engine = inTheMiddle();
    damage(engine);
    engine.invariants.checkTick(MIDDLE);
    engine.invariants.finish(MIDDLE);
    expect(brokenIn(engine)).toContain(id);
    const law = engine.invariants.states.get(id);
    expect(law?.breachTick).toBe(MIDDLE);
    expect(law?.left).not.toBe(law?.right);
  });
});

describe('a breach', () => {
  it('is kept with its first numbers, through a snapshot and to the end', () => {
    const engine = inTheMiddle();
    engine.yard.inbound[1]++;
    engine.invariants.recount(MIDDLE);
    const first = { ...engine.invariants.states.get('flows.match') };
    engine.yard.inbound[1]--;
    const restored = Engine.restore(plan, numbered(commands), engine.snapshot());
    restored.advanceTo(Number.MAX_SAFE_INTEGER);
    expect(restored.invariants.states.get('flows.match')).toMatchObject({
      left: first.left,
      right: first.right,
      breachTick: MIDDLE,
    });
    expect(brokenIn(restored)).toEqual(['flows.match']);
  });

  it('of ids is seen for nodes, shards and jobs that a plan names twice', () => {
    const twice = tinyPlan({
      shards: [shard('a')],
      nodes: [node('n', 'a'), node('n', 'a')],
      jobs: [job('x', 'a', 1), job('y', 'a', 1)],
    });
    const engine = new Engine(twice);
    engine.advanceTo(100);
    expect(brokenIn(engine)).toEqual(['ids.unique']);
    expect(engine.invariants.states.get('ids.unique')).toMatchObject({ left: 4, right: 5 });
  });
});
