import 'fake-indexeddb/auto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { Vault } from '../vault/vault';
import { createHost } from './hosts';
import { tinyMission } from './missions';
import { vaultAsText } from './vault-fixture';

/**
 * Writes `vault/fixtures/orrery-vault-1.json`: one run of this version, interrupted after a live command. Done once a
 * version (`npx tsx src/runner/testing/write-vault-fixture.ts`); later versions must still read the file as it is.
 */
const factory = new IDBFactory();
const vault = await Vault.open(factory);
const host = await createHost(vault, 'kept-by-version-1', tinyMission());
await host.runTo(30);
const node = tinyMission().plan.fabric.nodes[0].id;
await host.give({ type: 'fault.inject', fault: { type: 'node.outage', node, forTicks: 7 } }, 'by hand');
await host.runTo(45);
const folder = new URL('../vault/fixtures/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('orrery-vault-1.json', folder),
  `${JSON.stringify(await vaultAsText(factory), null, 1)}\n`,
);
