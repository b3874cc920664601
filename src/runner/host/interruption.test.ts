import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { Engine, type RunCommand } from '../../engine';
import type { OwnerCommand } from '../../plan';
import { createHost, digestNow, digestOf, reopenHost } from '../testing/hosts';
import { tinyMission } from '../testing/missions';
import { Vault } from '../vault/vault';
import type { EngineHost } from './engine-host';

const mission = tinyMission();
const nodes = mission.plan.fabric.nodes.map((n) => n.id);
let vault: Vault;
beforeEach(async () => {
  vault = await Vault.open(new IDBFactory());
});

/** Runs the same plan and commands in one go. */
function straight(commands: readonly RunCommand[]): string {
  const engine = new Engine(
    mission.plan,
    commands.map((c, sequence) => ({ ...c, sequence })),
  );
  engine.advanceTo(mission.plan.run.maxTicks);
  return digestNow(engine);
}
async function finish(host: EngineHost): Promise<void> {
  host.play({ kind: 'rehearse' });
  await host.finished();
}

const command: fc.Arbitrary<OwnerCommand> = fc.oneof(
  fc.constant<OwnerCommand>({ type: 'system.pause', mode: 'freeze' }),
  fc.constant<OwnerCommand>({ type: 'system.resume' }),
  fc.constant<OwnerCommand>({ type: 'checkpoint.save' }),
  fc.constantFrom(...nodes).map((nodeId): OwnerCommand => ({ type: 'node.recover', nodeId })),
  fc
    .constantFrom(...nodes)
    .map(
      (node): OwnerCommand => ({ type: 'fault.inject', fault: { type: 'node.outage', node, forTicks: 9 } }),
    ),
);
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('move' as const), ticks: fc.integer({ min: 1, max: 25 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('give' as const), command }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'save' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'kill' as const }) },
);

test('a run that is killed anywhere, as often as you like, ends as if nothing had happened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      const fresh = await Vault.open(new IDBFactory());
      let host = await createHost(fresh, 'r', mission);
      for (const todo of acts) {
        if (host.engine.ended) break;
        if (todo.kind === 'move') host.engine.advanceTo(host.engine.tick + todo.ticks);
        else if (todo.kind === 'give') await host.give(todo.command);
        else if (todo.kind === 'save') await host.save();
        // Killed: nothing of it survives but what the vault holds.
        else host = await reopenHost(fresh, 'r');
      }
      host = await reopenHost(fresh, 'r');
      await finish(host);
      expect(digestNow(host.engine)).toBe(straight(host.engine.commands));
      const again = await reopenHost(fresh, 'r');
      expect(again.engine.ended).toBe(true);
      expect(digestNow(again.engine)).toBe(digestNow(host.engine));
      // The last checkpoint goes into the report, so it too must not know of the interruptions.
      expect(new Uint8Array(host.engine.snapshot(false))).toEqual(
        new Uint8Array(uninterrupted(host.engine.commands).snapshot(false)),
      );
    }),
    { numRuns: 40 },
  );
}, 60_000);

function uninterrupted(commands: readonly RunCommand[]): Engine {
  const engine = new Engine(mission.plan, [...commands]);
  engine.advanceTo(mission.plan.run.maxTicks);
  return engine;
}

test('a command that was written down but never reached the engine acts all the same', async () => {
  const host = await createHost(vault, 'r', mission);
  await host.runTo(40);
  const planned: RunCommand = {
    tick: 41,
    sequence: mission.commands.length,
    origin: 'live',
    command: { type: 'run.stop' },
  };
  await vault.appendCommand('r', planned);
  const again = await reopenHost(vault, 'r');
  expect(again.engine.tick).toBe(40);
  await finish(again);
  expect(again.engine.tick).toBe(41);
});

test('it stands again where it stood, exactly', async () => {
  const host = await createHost(vault, 'r', mission);
  await host.runTo(57);
  const again = await reopenHost(vault, 'r');
  expect(again.engine.tick).toBe(57);
  expect(new Uint8Array(again.engine.snapshot())).toEqual(new Uint8Array(host.engine.snapshot()));
});

test.each([
  ['the newest state', 1, 60],
  ['both states', 2, 60],
])('with %s damaged it is continued from what is whole, and that is told', async (_words, damaged, tick) => {
  const host = await createHost(vault, 'r', mission);
  await host.runTo(30);
  await host.runTo(tick);
  const { record } = await vault.load('r');
  const byAge = [0, 1].sort((a, b) => (record.slots[b]?.serial ?? 0) - (record.slots[a]?.serial ?? 0));
  for (const slot of byAge.slice(0, damaged)) await breakSlot(slot);
  const notices: string[] = [];
  const again = await reopenHost(vault, 'r', notices);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('tick 60 was damaged');
  expect(notices[0]).toContain(damaged === 1 ? 'continued from tick 30' : 'computed again');
  expect(again.engine.tick).toBe(tick);
  await finish(again);
  expect(digestNow(again.engine)).toBe(digestOf(mission));
});

async function breakSlot(slot: number): Promise<void> {
  // The vault never does this, so its door does not offer it.
  const { db } = vault as unknown as { db: IDBDatabase };
  await new Promise<void>((done) => {
    const store = db.transaction('slots', 'readwrite').objectStore('slots');
    store.get(['r', slot]).onsuccess = (event) => {
      const record = (event.target as IDBRequest<{ bytes: ArrayBuffer }>).result;
      new Uint8Array(record.bytes)[200] ^= 1;
      store.put(record).onsuccess = () => done();
    };
  });
}
