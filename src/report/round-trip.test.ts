import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Engine, numbered } from '../engine';
import { arbitraryMission } from '../engine/fabric/testing/arbitrary-mission';
import { twelveJobs } from '../engine/fabric/testing/twelve-jobs';
import type { ReadReport } from './read/read-report';
import { verifyReport } from './read/read-report';
import { END, readBack, reportOf, runOf } from './testing/runs';
import { RunAnswers } from './view/run-view';
import { liveSource } from './view/source';
import { SERIES, TABLES } from './view/types';

const RUNS = Number(process.env.ORRERY_PROPERTY_RUNS ?? 60);

/** Every answer a view gives, as plain data; what tells where it came from is left out. */
function answersOf(view: RunAnswers): unknown {
  const { source: _s, sourceNote: _n, label: _l, ...described } = view.describe();
  const { source } = view;
  const page = (table: (typeof TABLES)[number]) => view.page({ table, offset: 0, limit: 500 });
  const { fleet, jobSet } = source.tables;
  const entities = [
    ...fleet.shards.map(({ id }) => view.entity({ kind: 'shard', id })),
    ...fleet.nodes.map(({ id }) => view.entity({ kind: 'node', id })),
    ...Array.from({ length: jobSet.count }, (_, j) => view.entity({ kind: 'job', id: jobSet.nameOf(j) })),
    view.entity({ kind: 'event', id: '0' }),
  ];
  return {
    described,
    overview: view.overview(),
    frame: view.frame(),
    series: SERIES.flatMap((name) => [
      view.series({ name, of: 'all' }),
      view.series({ name, of: fleet.shards.map((_, s) => s) }),
    ]),
    pages: TABLES.map(page),
    topology: view.topology(),
    // Levers are for runs that can still be steered.
    entities: entities.map((entity) => ({ ...entity, levers: [] })),
    commands: view.commands(),
    ledger: view.ledger(),
  };
}

function answersOfReport(read: ReadReport): unknown {
  if (read.source === null) throw new Error('the report has no view');
  return answersOf(new RunAnswers(read.source));
}

describe('a report that is written and read back', () => {
  it('answers every question as the run did, whole and in the middle', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMission, fc.option(fc.nat(60)), async (mission, tick) => {
        const engine = runOf(mission, tick ?? END);
        const read = await readBack(reportOf(engine));
        expect(answersOfReport(read)).toEqual(answersOf(new RunAnswers(liveSource(engine))));
        expect(read.problems.filter((p) => p.severity === 'error')).toEqual([]);
        expect(verifyReport(read).ok).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it('is the same, byte by byte, for two runs of one plan, but for provenance.json', () => {
    const [one, other] = [reportOf(runOf(twelveJobs)), reportOf(runOf(twelveJobs))];
    expect([...one.keys()]).toEqual([...other.keys()]);
    for (const [path, content] of one) expect(other.get(path), path).toEqual(content);
  });

  it('is the same for a run that was resumed at any tick', () => {
    fc.assert(
      fc.property(arbitraryMission, fc.nat(80), (mission, tick) => {
        const straight = reportOf(runOf(mission));
        const commands = numbered(mission.commands);
        const resumed = Engine.restore(mission.plan, commands, runOf(mission, tick).snapshot());
        resumed.advanceTo(END);
        for (const [path, content] of reportOf(resumed)) expect(content, path).toEqual(straight.get(path));
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it('does not depend on the order in which a plan lists its currencies', () => {
    const { plan, commands } = twelveJobs;
    const names = Object.entries({ ...plan.fabric.currencies, ABC: { decimals: 2 }, ZZZ: { decimals: 0 } });
    const withOrder = (list: typeof names) => ({
      commands,
      plan: { ...plan, fabric: { ...plan.fabric, currencies: Object.fromEntries(list) } },
    });
    expect(reportOf(runOf(withOrder(names)))).toEqual(reportOf(runOf(withOrder([...names].reverse()))));
  });
});
