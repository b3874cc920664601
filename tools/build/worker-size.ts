import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** `sizes.json`: bytes of each worker's code by source file. An inlined worker leaves no file to weigh afterwards. */
export type WorkerSizes = Record<string, { bytes: number; gzipBytes: number }>;

export function workerSizePlugin(): Plugin {
  const sizes: WorkerSizes = {};
  let root = '';
  return {
    name: 'orrery:worker-size',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    transform(code, id) {
      if (!/\?worker&inline$/.test(id)) return;
      const text = /^const jsContent = (".*");$/m.exec(code)?.[1];
      if (text === undefined) return this.error('Vite wraps an inlined worker in another way now.');
      const worker: string = JSON.parse(text);
      sizes[relative(root, id.replace(/\?.*/, ''))] = {
        bytes: Buffer.byteLength(worker),
        gzipBytes: gzipSync(worker).length,
      };
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'sizes.json', source: `${JSON.stringify(sizes, null, 2)}\n` });
    },
  };
}
