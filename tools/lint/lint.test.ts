import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every snippet is a file of its own, so that each ban is seen to bite by itself. */
const FORBIDDEN: Record<string, string[]> = {
  'src/engine/kernel': [
    ...'exp expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt'
      .split(' ')
      .map((name) => `export const x = Math.${name}(0.5);`),
    'export const x = Math.pow(2, 0.5);',
    'export const x = Math.atan2(1, 2);',
    'export const x = Math.hypot(3, 4);',
    'export const x = Math.random();',
    'export const x = [1, 2].map(Math.log);',
    "export const x = Math['exp'](1);",
    'export const { exp } = Math;',
    'export const x = 2 ** 3;',
    'export let x = 2;\nx **= 3;',
    'export const x = Date.now();',
    'export const x = new Date();',
    'export const x = performance.now();',
    "export const x = new Intl.NumberFormat('en');",
    'export const x = (1e6).toLocaleString();',
    "export const x = 'I'.toLocaleLowerCase();",
    "export const x = 'a'.localeCompare('b');",
    'export const x = [3, 1].sort();',
    'export const x = [3, 1].toSorted();',
    'export const x = window.name;',
    "export const x = document.getElementById('x');",
    'export const x = navigator.hardwareConcurrency;',
    "export const x = fetch('x');",
    'export const x = self.name;',
    "export const x = indexedDB.open('x');",
    "export const x = localStorage.getItem('x');",
    "export const x = crypto.subtle.digest('SHA-256', new Uint8Array(1));",
    'export const x = setTimeout(() => {}, 1);',
    'queueMicrotask(() => {});',
    'export const x = globalThis.Math.abs(1);',
    'export const x = process.argv;',
    "export const x = Buffer.from('x');",
    "console.log('x');",
    "import { x } from 'node:fs';\nexport { x };",
    "import { x } from 'react';\nexport { x };",
    "import { x } from 'comlink';\nexport { x };",
    "import { x } from '../../plan/schema';\nexport { x };",
    "export { x } from '../../report';",
    "export { x } from '../../runner';",
    "export { x } from '../../console/app/App';",
  ],
  'src/plan': [
    "export { x } from '../engine';",
    "export { x } from '../report/view/types';",
    "import { x } from 'node:path';\nexport { x };",
    'export const x = Math.exp(1);',
    'export const x = new Date();',
  ],
  'src/report/fabric': [
    "export { x } from '../../runner';",
    "export { x } from '../../console';",
    "export { x } from '../../engine/kernel/log';",
    "export { x } from '../../plan/fabric/schema';",
    "import { x } from 'react';\nexport { x };",
  ],
  'src/runner': [
    "export { x } from '../console';",
    "export { x } from '../cli';",
    "export { x } from '../report/view/types';",
    "export const x = import('../engine/kernel/run');",
    "import { x } from 'react';\nexport { x };",
  ],
  'src/console/app': [
    "export { x } from '../../cli/mission';",
    "export { x } from '../../runner/session';",
    "export { x } from '../../runner/node';",
    "import { x } from 'node:fs';\nexport { x };",
  ],
  'src/cli': [
    "export { x } from '../console';",
    "export { x } from '../runner/headless/run';",
    "import { x } from 'react-dom/client';\nexport { x };",
  ],
};

/** What the same rules must leave alone. */
const ALLOWED: Record<string, string[]> = {
  'src/engine/kernel': [
    'export const x = Math.sqrt(2) + Math.imul(3, 4) + Math.floor(1.5) + Math.max(1, 2);',
    'export const x = [3, 1].sort((a, b) => a - b);',
    "export { x } from '../../plan';",
    "export { x } from '../fabric/rules';",
    "import { sha256 } from '@noble/hashes/sha2.js';\nexport { sha256 };",
  ],
  'src/report/fabric': ["export { x } from '../../engine';", "export { x } from '../view/types';"],
  'src/runner': ["export { x } from '../report/index';", 'export const x = Date.now();'],
  'src/console/app': ["export { x } from '../../runner';", 'export const x = Math.sin(1);'],
  'src/cli': [
    "import { x } from 'node:fs';\nexport { x };",
    "export { x } from '../runner';",
    "export { x } from '../runner/node';",
  ],
};

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'orrery-lint-'));
const erring = new Set<string>();

const entries = (table: Record<string, string[]>, name: string) =>
  Object.entries(table).flatMap(([room, snippets]) =>
    snippets.map((snippet, index) => ({ room, snippet, path: `${room}/${name}${index}.ts` })),
  );
const forbidden = entries(FORBIDDEN, 'forbidden');
const allowed = entries(ALLOWED, 'allowed');

beforeAll(() => {
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  config.vcs = { enabled: false };
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  cpSync(join(root, 'tools/lint'), join(folder, 'tools/lint'), { recursive: true });
  for (const { path, snippet } of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${snippet}\n`);
  }
  for (const diagnostic of lint()) {
    // A plugin that breaks reports an error too; it must not pass for a ban.
    if (diagnostic.severity === 'error' && !JSON.stringify(diagnostic).includes('errored:'))
      erring.add(relativePath(diagnostic.location.path));
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the lint', () => {
  it.each(forbidden)('refuses in $room: $snippet', ({ path }) => expect(erring).toContain(path));
  it.each(allowed)('allows in $room: $snippet', ({ path }) => expect(erring).not.toContain(path));
});

interface Diagnostic {
  severity: string;
  location: { path: string | { file: string } };
}

function lint(): Diagnostic[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', 'src'];
  try {
    return JSON.parse(
      execFileSync(process.execPath, [biome, ...options], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ).diagnostics;
  } catch (failure) {
    return JSON.parse((failure as { stdout: string }).stdout).diagnostics;
  }
}

function relativePath(path: string | { file: string }): string {
  const text = typeof path === 'string' ? path : path.file;
  return text.slice(text.indexOf('src/'));
}
