import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentPolicyPlugin } from './tools/build/content-policy.ts';
import { mermaidFlowchartPlugin } from './tools/build/mermaid-flowchart.ts';
import { offlinePlugin } from './tools/build/offline.ts';
import { singlePagePlugin } from './tools/build/single-page.ts';
import { workerSizePlugin } from './tools/build/worker-size.ts';

/**
 * Two builds from one source:
 *   vite build                  dist/: code-split, for any path of any static host
 *   vite build --mode console   dist/console.html: one file, opened by double-click
 * Workers are imported with `?worker&inline` in both, so that they inherit the page's content policy,
 * and are classic scripts, because a module worker does not start on file://.
 */
export default defineConfig(({ mode }) => {
  const oneFile = mode === 'console';
  return {
    base: './',
    plugins: [
      react(),
      mermaidFlowchartPlugin(),
      ...(oneFile ? [singlePagePlugin('console.html')] : [offlinePlugin(), workerSizePlugin()]),
      contentPolicyPlugin({ files: !oneFile }),
    ],
    worker: { format: 'iife' as const },
    build: {
      target: 'es2023',
      outDir: 'dist',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5_000,
      license: oneFile ? false : { fileName: 'licenses.md' },
    },
  };
});
