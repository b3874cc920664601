import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preflight } from './preflight';
import { parseCommands, parseMission, planWithDefaults } from './read/mission';
import { arbitraryMission, arbitraryMissionInput } from './testing/arbitrary-mission';
import { smallMission } from './testing/small-mission';
import { serializeCommands, serializePlan } from './write';

function smallPlan() {
  const { commands: _, ...plan } = smallMission();
  return planWithDefaults(plan);
}

describe('serializePlan', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(arbitraryMission, ({ commands, ...plan }) => {
        const text = serializePlan(plan);
        const { mission, problems } = parseMission(text, 'plan.json');
        expect(problems).toEqual([]);
        expect(mission?.plan).toEqual(plan);
        expect(serializePlan(mission?.plan ?? smallPlan())).toBe(text);
        const schedule = serializeCommands(commands);
        expect(parseCommands(schedule, 'commands.json').commands).toEqual(commands);
      }),
    );
  });

  it('writes a mission the same whether or not its defaults were written', () => {
    fc.assert(
      fc.property(arbitraryMissionInput, (input) => {
        const once = parseMission(JSON.stringify(input), 'a').mission;
        const full = parseMission(JSON.stringify({ ...once?.plan, commands: once?.commands }), 'b').mission;
        expect(full).toEqual(once);
      }),
    );
  });

  it('does not depend on the order of fields', () => {
    const plan = smallPlan();
    const turned = JSON.parse(JSON.stringify(plan), (_, value) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(Object.keys(turned)).not.toEqual(Object.keys(plan));
    expect(serializePlan(turned)).toBe(serializePlan(plan));
  });

  it('has schema key order, two spaces, LF and a final newline', () => {
    const text = serializePlan(smallPlan());
    expect(
      text.startsWith('{\n  "format": "orrery.mission/1",\n  "engineRevision": 1,\n  "title": "Small",\n'),
    ).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
    expect(text).not.toContain('\r');
    expect(text).toContain('"hopLimit": 4');
  });
});

it('serializeCommands keeps the order of the schedule', () => {
  const commands = [
    { tick: 9, command: { type: 'run.stop' as const } },
    { tick: 2, command: { type: 'checkpoint.save' as const }, note: 'first by tick' },
  ];
  expect(serializeCommands(commands)).toBe(`${JSON.stringify({ commands }, null, 2)}\n`);
});

it('preflight never throws on anything the schema allows', () => {
  fc.assert(
    fc.property(arbitraryMission, ({ commands, ...plan }) => {
      for (const problem of preflight(plan, commands)) {
        expect(problem.reason).not.toMatch(/undefined|NaN|\[object/);
        expect(problem.remedy).not.toBe('');
      }
    }),
  );
});
