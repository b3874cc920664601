import { expect, test } from 'vitest';
import { Engine, numbered } from '../../engine';
import { tinyMission } from '../testing/missions';
import type { Keeper } from '../vault/keeper';
import { Saving } from './saving';

const mission = tinyMission();

/** A keeper that notes what it was given, and a clock that moves when told. */
function setting() {
  let nowMs = 0;
  const written: string[] = [];
  const keeper: Keeper = {
    command: async () => {},
    standing: async ({ tick }) => void written.push(`standing ${tick}`),
    snapshot: async ({ tick }) => {
      written.push(`snapshot ${tick}`);
      return true;
    },
  };
  const engine = new Engine(mission.plan, numbered(mission.commands));
  const saving = new Saving(engine, keeper, () => nowMs, null);
  const at = async (ms: number, tick: number) => {
    nowMs = ms;
    engine.advanceTo(tick);
    saving.maybe();
    await new Promise((done) => setImmediate(done));
  };
  return { written, keeper, engine, saving, at };
}

test('where it stands is noted four times a second, its state every two seconds', async () => {
  const { written, at } = setting();
  await at(100, 1);
  await at(260, 2);
  await at(400, 3);
  await at(520, 4);
  await at(2_100, 5);
  await at(2_200, 6);
  await at(4_200, 7);
  expect(written).toEqual(['standing 2', 'standing 4', 'snapshot 5', 'standing 6', 'snapshot 7']);
});

test('when it stands, its state is saved once', async () => {
  const { written, saving, engine } = setting();
  engine.advanceTo(9);
  await saving.settle();
  await saving.settle();
  expect(written).toEqual(['snapshot 9']);
});

test('a keeper without room gets no more states, but still hears where the run stands', async () => {
  const { written, keeper, saving, engine } = setting();
  keeper.snapshot = async () => false;
  engine.advanceTo(9);
  await saving.settle();
  engine.advanceTo(10);
  await saving.settle();
  expect(written).toEqual(['standing 9', 'standing 10']);
});
