import { join, resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';

const here = import.meta.dirname;
const outDir = resolve(here, '../.cache/bench');

/** Without the project's own configuration: the bench wants the engine alone, as one file. */
const common: InlineConfig = {
  configFile: false,
  root: resolve(here, '..'),
  logLevel: 'error',
  publicDir: false,
};

/** Builds the program of one measurement in Node, and returns its path: plain JavaScript, so that no loader is measured. */
export async function bundleForNode(): Promise<string> {
  await build({
    ...common,
    build: {
      ssr: join(here, 'node-case.ts'),
      outDir: join(outDir, 'node'),
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'node-case.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'node/node-case.mjs');
}

/** Builds the worker of the bench page, and returns its path: one classic script, as in both builds of the page. */
export async function bundleForWorker(): Promise<string> {
  await build({
    ...common,
    build: {
      lib: {
        entry: join(here, 'worker-case.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'worker-case.js',
      },
      outDir: join(outDir, 'worker'),
      emptyOutDir: true,
      target: 'es2023',
    },
  });
  return join(outDir, 'worker/worker-case.js');
}
