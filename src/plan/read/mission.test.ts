import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { problemLine } from '../problem';
import { type MissionInput, smallMission } from '../testing/small-mission';
import { parseCommands, parseMission } from './mission';

// biome-ignore lint/suspicious/noExplicitAny: tests spoil missions in ways their type forbids
type Spoiled = any;

/** Problems of the small mission after `spoil` changed it, as the lines people read. */
function linesAfter(spoil: (mission: Spoiled) => void): string[] {
  const mission = smallMission();
  spoil(mission);
  const { mission: parsed, problems } = parseMission(JSON.stringify(mission, null, 2), 'small.json');
  expect(parsed === null).toBe(problems.some((p) => p.severity === 'error'));
  return problems.map(problemLine);
}

describe('parseMission', () => {
  it('fills defaults', () => {
    const { mission, problems } = parseMission(JSON.stringify(smallMission()), 'small.json');
    expect(problems).toEqual([]);
    expect(mission?.plan.run.maxTicks).toBe(1_000_000);
    expect(mission?.plan.fabric.shards[1].router.placement).toBe('declared');
    expect(mission?.commands).toEqual([]);
    expect(mission?.plan).not.toHaveProperty('commands');
  });

  it('takes a byte order mark for nothing', () => {
    expect(parseMission(`\ufeff${JSON.stringify(smallMission())}`, 'small.json').problems).toEqual([]);
  });

  it('names an unknown field, and what was meant', () => {
    const lines = linesAfter((m) => {
      m.fabric.shards[0].maxQueu = m.fabric.shards[0].maxQueue;
      delete m.fabric.shards[0].maxQueue;
    });
    expect(lines).toEqual([
      'small.json, line 7, fabric.shards[0].maxQueue: `maxQueue` is missing (in `earth`). Add it: a whole number of at least 0.',
      'small.json, line 14, fabric.shards[0].maxQueu: Unknown field `maxQueu` (in `earth`). Did you mean `maxQueue`?',
    ]);
  });

  it('lists the known fields where nothing was meant', () => {
    const [line] = linesAfter((m) => {
      m.fabric.links[0].colour = 'red';
    });
    expect(line).toContain('Remove it; known here are `from`, `to`, `latencyMs` and `oneWay`.');
  });

  it.each<[string, (m: Spoiled) => void, string]>([
    [
      'a number in quotes',
      (m) => (m.fabric.shards[0].maxQueue = '50'),
      '`maxQueue` is the text `50`, but should be a whole number of at least 0 (in `earth`). Write the number without quotes.',
    ],
    [
      'a fraction',
      (m) => (m.fabric.nodes[0].capacity = 1.5),
      '`capacity` is the number 1.5, but should be a whole number of at least 1 (in `earth.one`). Round it',
    ],
    [
      'a negative queue',
      (m) => (m.fabric.shards[0].maxQueue = -5),
      '`maxQueue` is -5, but the least allowed is 0 (in `earth`). Give a whole number of at least 0.',
    ],
    [
      'a tick past the limit',
      (m) => (m.commands = [{ tick: 1e12, command: { type: 'run.stop' } }]),
      'commands[0].tick: `tick` is 1,000,000,000,000, but the limit is 2,147,483,647. Give',
    ],
    ['a number past every limit', (m) => (m.run = { maxTicks: 1e20 }), 'but the limit is 2,147,483,647'],
    ['an infinite number', (m) => (m.fabric.shards[0].maxQueue = 'INF'), 'should be a whole number'],
    [
      'an interval of nothing',
      (m) => (m.fabric.nodes[0].heartbeatIntervalSec = 0),
      '`heartbeatIntervalSec` is 0, but must be more than 0 (in `earth.one`). Give a number above 0 and at most 86,400.',
    ],
    [
      'money as a number',
      (m) => (m.fabric.nodes[0].pricing.amount = 0.5),
      'should be an amount of money in double quotes, such as "0.00072" (in `earth.one`). Put it in double quotes.',
    ],
    [
      'money that is none',
      (m) => (m.fabric.nodes[0].pricing.amount = 'cheap'),
      '`amount` is not a decimal amount',
    ],
    [
      'an object for a list',
      (m) => (m.fabric.nodes = {}),
      '`nodes` is an object, but should be a list in [ ]. Put it in [ ].',
    ],
    [
      'a list for an object',
      (m) => (m.fabric.workload = []),
      '`workload` is a list, but should be an object in { }',
    ],
    ['null', (m) => (m.title = null), '`title` is null, but should be text in double quotes.'],
    ['no shards', (m) => (m.fabric.shards = []), '`shards` has 0 items, fewer than the least 1'],
    ['an empty id', (m) => (m.fabric.shards[0].id = ''), '`id` is empty'],
    [
      'a choice that is none',
      (m) => (m.fabric.shards[0].router = { placement: 'cheepest' }),
      'Did you mean `cheapest`? Use one of `declared`, `cheapest` and `least-loaded`.',
    ],
    [
      'a branch that is none',
      (m) => (m.fabric.workload.entries[0].arrival = { kind: 'poison' }),
      'Did you mean `poisson`?',
    ],
    [
      'a branch not chosen',
      (m) => (m.fabric.workload.entries[0].duration = { ticks: 3 }),
      '`kind` is missing (in `audit`). Use one of `fixed`, `uniform` and `table`.',
    ],
    [
      'a command that is none',
      (m) => (m.commands = [{ tick: 1, command: { type: 'shard.pauze', shard: 'earth' } }]),
      'Did you mean `shard.pause`?',
    ],
    [
      'a field of another command',
      (m) => (m.commands = [{ tick: 1, command: { type: 'node.recover', node: 'x' } }]),
      'Did you mean `nodeId`?',
    ],
    ['a bad label', (m) => (m.label = 'My Mission'), '`label` is not a folder name'],
    [
      'a currency with a bad name',
      (m) => (m.fabric.currencies = { ' a': { decimals: 2 } }),
      'the name ` a` has control characters, surrounding space',
    ],
    [
      'a bad item',
      (m) => (m.fabric.shards[0].spilloverTargets = ['luna', 7]),
      'Item 2 of `fabric.shards[0].spilloverTargets` is the number 7',
    ],
    [
      'broken Unicode',
      (m) => (m.fabric.shards[0].id = '\ud800'),
      '`id` has control characters, surrounding space or broken Unicode',
    ],
    [
      'a forbidden name',
      (m) => (m.fabric.shards[0] = JSON.parse('{"__proto__": {"id": "x"}}')),
      'The field name `__proto__` is not allowed',
    ],
  ])('explains %s', (_, spoil, expected) => {
    const lines = linesAfter(spoil).join('\n').toLowerCase();
    expect(lines).toContain(expected.toLowerCase());
  });

  it('says that another file is not a mission, once', () => {
    const other = parseMission('{"shards": [], "nodes": []}', 'fabric.json').problems;
    expect(other.map((p) => p.reason)).toEqual(['This is not a mission: it does not say `format`']);
    const newer = parseMission('{"format": "orrery.mission/2"}', 'new.json').problems;
    expect(newer.map((p) => p.remedy)).toEqual(['Open it with a newer Orrery.']);
    for (const text of ['[]', 'null', '3', '"x"']) expect(parseMission(text, 'x').mission).toBeNull();
  });

  it('finds the line and column of invalid JSON', () => {
    const [problem] = parseMission(
      '{\n  "format": "orrery.mission/1",\n  "title": "A",\n}',
      'bad.json',
    ).problems;
    expect(problem).toMatchObject({ line: 4, remedy: 'Remove the comma before it.' });
    expect(problem.reason).toBe(
      'Not valid JSON: line 4, column 1 has `}` where a field name in double quotes should stand',
    );
    expect(parseMission('', 'empty.json').problems[0].remedy).toContain('The file is empty');
    expect(parseMission('{"a": 1', 'cut.json').problems[0].remedy).toContain('cut off');
    expect(parseMission("{'a': 1}", 'quotes.json').problems[0].remedy).toContain('double quotes');
    expect(parseMission('{ // why\n}', 'comment.json').problems[0].remedy).toContain('no comments');
  });

  it('reports a field given twice', () => {
    const text = '{\n "format": "orrery.mission/1",\n "label": "a",\n "label": "b"\n}';
    expect(parseMission(text, 'twice.json').problems).toMatchObject([
      { line: 4, place: 'label', reason: 'The field `label` is given twice' },
    ]);
  });

  it('refuses depth before JSON.parse meets it', () => {
    const text = `{"format":"orrery.mission/1","title":${'['.repeat(500_000)}`;
    expect(parseMission(text, 'deep.json').problems).toMatchObject([
      { reason: 'Nested deeper than the limit of 64 levels', line: 1 },
    ]);
  });

  it('refuses ten million shards with one problem', () => {
    const mission = smallMission() as MissionInput;
    mission.fabric.shards = [];
    const text = JSON.stringify(mission).replace('"shards":[]', `"shards":[${'{},'.repeat(9_999_999)}{}]`);
    const { problems } = parseMission(text, 'many.json');
    expect(problems.map(problemLine)).toEqual([
      'many.json, line 1, fabric.shards: 10,000,000 shards, more than the limit of 256. Leave at most 256.',
    ]);
  });

  it('refuses a file that would fill the memory with empty objects', () => {
    const mission = smallMission();
    mission.fabric.workload.jobs = [];
    const text = JSON.stringify(mission).replace('"jobs":[]', `"jobs":[${'{},'.repeat(5_000_000)}{}]`);
    expect(parseMission(text, 'many.json').problems.map((p) => p.reason)).toEqual([
      '5,000,022 objects and lists, more than the limit of 4,000,000 in one file',
    ]);
  });

  it('refuses a file past the limit of bytes', () => {
    const text = `{"format":"${'x'.repeat(LIMITS.planBytes)}"}`;
    expect(parseMission(text, 'big.json').problems.map((p) => p.reason)).toEqual([
      'The file has at least 67,108,877 bytes, more than the limit of 67,108,864',
    ]);
  });

  it('shows a hundred problems of many and counts the rest', () => {
    const mission = smallMission();
    mission.fabric.workload.jobs = Array.from({ length: 200_000 }, () => ({}) as never);
    const { problems } = parseMission(JSON.stringify(mission), 'wrong.json');
    expect(problems).toHaveLength(101);
    expect(problems[100].reason).toMatch(/^And [\d,]+ more errors$/);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(parseMission(text, 'any').mission).toBeNull();
        parseCommands(text, 'any');
      }),
    );
  });

  it('never throws on a mission with anything in any place', () => {
    const spoiled = fc.tuple(fc.nat(), fc.jsonValue()).map(([where, put]) => {
      const places: [Spoiled, string][] = [];
      const collect = (value: Spoiled): void => {
        if (typeof value !== 'object' || value === null) return;
        for (const key of Object.keys(value)) {
          places.push([value, key]);
          collect(value[key]);
        }
      };
      const mission = smallMission();
      collect(mission);
      const [holder, key] = places[where % places.length];
      holder[key] = put;
      return JSON.stringify(mission);
    });
    fc.assert(
      fc.property(spoiled, (text) => {
        const { mission, problems } = parseMission(text, 'spoiled.json');
        expect(mission === null).toBe(problems.length > 0);
        for (const problem of problems) {
          expect(problem.line).not.toBeNull();
          expect(problem.reason).not.toMatch(/undefined|\[object|Invalid input/);
          expect(problem.remedy).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseCommands', () => {
  const command = { tick: 3, command: { type: 'shard.pause', shard: 'mars' } };

  it('takes a list, or an object with one', () => {
    const expected = [{ tick: 3, command: { type: 'shard.pause', shard: 'mars', mode: 'drain' } }];
    expect(parseCommands(JSON.stringify([command]), 'a').commands).toEqual(expected);
    expect(parseCommands(JSON.stringify({ commands: [command] }), 'a').commands).toEqual(expected);
  });

  it('names the place as the file has it', () => {
    const bad = { ...command, tick: -1 };
    expect(parseCommands(JSON.stringify([command, bad]), 'a').problems[0].place).toBe('[1].tick');
    expect(parseCommands(JSON.stringify({ commands: [bad] }), 'a').problems[0].place).toBe(
      'commands[0].tick',
    );
    expect(parseCommands('{}', 'a').problems[0].reason).toBe('`commands` is missing');
    expect(parseCommands('{"commands": [], "extra": 1}', 'a').problems[0].reason).toBe(
      'Unknown field `extra`',
    );
    expect(parseCommands('7', 'a').problems).toHaveLength(1);
  });
});
