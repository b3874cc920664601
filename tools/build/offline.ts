import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Stands before the content policy on purpose: the policy allows blob workers only, and a service worker has to be
 * a file. Registered here, the page can start no other worker from a file. Where it is refused nothing is lost.
 */
const REGISTER = `<script>
      try { navigator.serviceWorker.register('./sw.js').catch(() => {}); } catch {}
    </script>`;

/** Emits `sw.js` with the list of files it keeps, and registers it from the page. */
export function offlinePlugin(): Plugin {
  return {
    name: 'orrery:offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return this.error('The build made no page.');
        page.source = String(page.source).replace(
          '<meta charset="utf-8" />',
          (tag) => `${tag}\n    ${REGISTER}`,
        );

        const hash = createHash('sha256');
        const files = Object.values(bundle).sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
        for (const file of files)
          hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
        const names = [
          ...files.map((file) => file.fileName),
          ...readdirSync(publicFolder).filter((name) => !name.endsWith('.schema.json')),
        ];
        const build = JSON.stringify(hash.digest('hex').slice(0, 16));
        const list = JSON.stringify(names.map((name) => `./${name}`));
        const code = readFileSync(resolve(import.meta.dirname, 'service-worker.js'), 'utf8');
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: `const BUILD = ${build};\nconst FILES = ${list};\n${code}`,
        });
      },
    },
  };
}

const publicFolder = resolve(import.meta.dirname, '../../public');
