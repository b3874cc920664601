import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Engine } from '../../engine';
import { digestNow, reopenHost } from '../testing/hosts';
import { vaultFromText } from '../testing/vault-fixture';
import { Vault } from './vault';

/** Stores of vault version 1; a later version keeps these lines and adds its own. */
const STORES_1 = {
  runs: 'runId',
  texts: 'runId',
  commands: ['runId', 'sequence'],
  slots: ['runId', 'slot'],
};

test('a run kept by version 1 is listed, opened where it stood from its state, and finished', async () => {
  const text = JSON.parse(readFileSync(new URL('fixtures/orrery-vault-1.json', import.meta.url), 'utf8'));
  const vault = await Vault.open(await vaultFromText(text, STORES_1));
  const [record] = await vault.records();
  expect(record).toMatchObject({ runId: 'kept-by-version-1', jobsTotal: 300, standing: { tick: 45 } });
  const notices: string[] = [];
  const host = await reopenHost(vault, record.runId, notices);
  expect(notices).toEqual([]);
  expect(host.engine.tick).toBe(45);
  expect(digestNow(host.engine)).toBe(record.standing?.digest);
  host.play({ kind: 'rehearse' });
  await host.finished();
  const straight = new Engine(host.engine.plan, [...host.engine.commands]);
  straight.advanceTo(straight.plan.run.maxTicks);
  expect(digestNow(host.engine)).toBe(digestNow(straight));
});
