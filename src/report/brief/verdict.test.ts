import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Engine, numbered } from '../../engine';
import { arbitraryMission } from '../../engine/fabric/testing/arbitrary-mission';
import { job, link, node, schedule, shard, tinyPlan } from '../../engine/fabric/testing/tiny';
import type { Plan, ScheduledCommand } from '../../plan';
import { END, runOf } from '../testing/runs';
import { RunAnswers } from '../view/run-view';
import { type LiveOptions, liveSource } from '../view/source';
import type { Overview } from '../view/types';
import { nearestRank } from './facts';

function overview(
  plan: Plan,
  commands: ScheduledCommand[] = [],
  tick = END,
  options: LiveOptions = {},
): Overview {
  return new RunAnswers(liveSource(runOf({ plan, commands }, tick), options)).overview();
}
const said = (o: Overview) => [o.verdict.sentence, o.verdict.emphasis, o.verdict.tone];
const earth = shard('earth', { displayName: 'Earth' });
const work = (n: number, ticks = 5) => Array.from({ length: n }, (_, i) => job(`j${i}`, 'earth', ticks));
const one = tinyPlan({ shards: [earth], nodes: [node('n', 'earth')], jobs: work(3) });

describe('the verdict', () => {
  it('before the start, on course, and when all is done', () => {
    expect(said(overview(one, [], -1))).toEqual([
      'Ready to start: 3 jobs for 1 shard with 1 node.',
      null,
      'neutral',
    ]);
    expect(said(overview(one, [], 6))).toEqual([
      'On course. 1 of 3 jobs is done, and none was lost.',
      null,
      'good',
    ]);
    expect(said(overview(one))).toEqual(['All 3 jobs were done by tick 14.', null, 'good']);
  });

  it('names the node that was lost and who waits for it', () => {
    const plan = tinyPlan({
      shards: [earth],
      nodes: [node('n', 'earth')],
      jobs: work(3),
      faults: [{ type: 'node.outage', node: 'n', atTick: 2, forTicks: 9 }],
    });
    const { verdict, alerts } = overview(plan, [], 4);
    expect(verdict.sentence).toBe('On course. Earth lost n at tick 2; 3 jobs wait there.');
    expect(verdict.emphasis).toBe('3 jobs wait');
    expect(alerts[0].action?.command).toEqual({ type: 'node.recover', nodeId: 'n' });
    expect(alerts[0].detail).toBe(
      '1 running job lost it and kept the finished work. Repair was foreseen for tick 11.',
    );
  });

  it('says who takes what spills over, when somebody does', () => {
    const plan = tinyPlan({
      shards: [{ ...earth, spilloverTargets: ['mars'] }, shard('mars', { displayName: 'Mars', maxQueue: 2 })],
      links: [link('earth', 'mars')],
      nodes: [node('n', 'earth'), node('m', 'mars')],
      jobs: work(6, 30),
      faults: [{ type: 'node.outage', node: 'n', atTick: 0 }],
    });
    expect(overview(plan, [], 1).verdict.sentence).toMatch(
      /jobs? waits? there, and Mars takes what spills over\.$/,
    );
  });

  it('tells pauses of the fabric and of a shard', () => {
    const paused = schedule([1, { type: 'system.pause', mode: 'freeze' }], [9, { type: 'system.resume' }]);
    expect(said(overview(one, paused, 3))).toEqual([
      'The owner froze the fabric at tick 1; 2 jobs wait for it to go on.',
      '2 jobs wait',
      'warn',
    ]);
    const shardPaused = overview(
      one,
      schedule([1, { type: 'shard.pause', shard: 'earth', mode: 'drain' }]),
      3,
    );
    expect(shardPaused.verdict.sentence).toBe('On course. Earth is paused; 2 jobs wait there.');
    expect(shardPaused.alerts[0].action?.command).toEqual({ type: 'shard.resume', shard: 'earth' });
  });

  it('tells a standstill and why, a stop and by whom, and a limit', () => {
    const stalled = overview(one, schedule([1, { type: 'system.pause', mode: 'freeze' }]));
    expect(stalled.status).toBe('stalled');
    expect(stalled.verdict.sentence).toMatch(
      /^The run came to a standstill at tick \d+: 3 jobs can never end, since the fabric is paused and nobody will resume it\.$/,
    );
    expect(overview(one, schedule([7, { type: 'run.stop' }])).verdict.sentence).toBe(
      'The owner stopped the run at tick 7; 1 of 3 jobs was done by then.',
    );
    const limited = { ...one, run: { ...one.run, maxTicks: 4 } };
    expect(said(overview(limited))).toEqual([
      'The run reached the limit of 4 ticks that its plan sets, with 3 jobs unfinished.',
      '3 jobs unfinished',
      'bad',
    ]);
  });

  it('counts what was lost, with the reason, and names the first', () => {
    const plan = tinyPlan({
      shards: [earth],
      nodes: [node('n', 'earth', { specialties: ['haul'] })],
      jobs: [...work(2), job('odd', 'earth', 1, { requiredSkills: ['terraform'] })],
      unservablePatienceTicks: 3,
    });
    const { verdict, lead, alerts, chronicle } = overview(plan);
    expect([verdict.sentence, verdict.emphasis]).toEqual([
      'All but 1 of 3 jobs were done by tick 9.',
      'All but 1',
    ]);
    expect(lead).toContain('1 job failed because no active node within reach could do the work.');
    expect(alerts[0]).toMatchObject({
      detail: 'odd',
      action: { view: { tab: 'jobs', filter: { reason: 'no-eligible-node' } } },
    });
    expect(chronicle[3].paragraphs).toEqual([
      '1 job worth 1 failed because no active node within reach could do the work: odd.',
    ]);
  });

  it('tells when the engine died, and when a law is broken', () => {
    expect(overview(one, [], 3, { failed: () => true })).toMatchObject({
      status: 'failed',
      verdict: {
        sentence: 'The engine stopped working at tick 3. Everything up to there is kept.',
        tone: 'bad',
      },
    });
    const engine = new Engine(one, numbered([]));
    engine.advanceTo(3);
    const law = engine.invariants.states.get('slots.respected');
    if (law !== undefined) law.breachTick = 2;
    const { verdict, alerts } = new RunAnswers(liveSource(engine)).overview();
    expect(verdict.sentence).toMatch(/^Do not rely on this run\. Since tick 2 a law of the fabric is broken/);
    expect(alerts[0].id).toBe('law-slots.respected');
  });

  it('emphasises words it says, and uses no dash and no raw number', () => {
    fc.assert(
      fc.property(arbitraryMission, fc.integer({ min: -1, max: 60 }), (mission, tick) => {
        const o = overview(mission.plan, mission.commands, tick);
        const { sentence, emphasis } = o.verdict;
        if (emphasis !== null) expect(sentence).toContain(emphasis);
        const words = [
          sentence,
          o.lead,
          ...o.kpis.flatMap((k) => [k.value, k.exact, k.note]),
          ...o.alerts.flatMap((a) => [a.title, a.detail]),
          ...o.chronicle.flatMap((s) => s.paragraphs),
        ];
        for (const text of words) {
          expect(text).not.toMatch(
            /[\u2013\u2014]|NaN|undefined|null|Infinity|\b1 (jobs|ticks|nodes|shards|commands|outages)\b| {2}/,
          );
          expect(text).not.toBe('');
        }
        expect(o.kpis.length).toBeGreaterThanOrEqual(4);
        expect(o.kpis.length).toBeLessThanOrEqual(6);
        expect(structuredClone(o)).toEqual(o);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

test('percentiles are the nearest rank', () => {
  const of = (...values: number[]) => [50, 95, 99].map((p) => nearestRank(Int32Array.from(values), p));
  expect(of()).toEqual([0, 0, 0]);
  expect(of(7)).toEqual([7, 7, 7]);
  expect(of(1, 2, 3, 4)).toEqual([2, 4, 4]);
  expect(of(...Array.from({ length: 100 }, (_, i) => i + 1))).toEqual([50, 95, 99]);
});
