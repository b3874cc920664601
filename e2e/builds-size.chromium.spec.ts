import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { WorkerSizes } from '../tools/build/worker-size';
import { DIST, expect, test } from './support/pages';

const KB = 1000;
const FIRST_LOAD_GZIP_BYTES = 150 * KB;
/** Gzipped, like the page: engine, report and plan in one file are more than this before compression. */
const WORKER_GZIP_BYTES = 100 * KB;
const CONSOLE_BYTES = 4000 * KB;
const inKb = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`;

/** Vite starts every inlined worker's code with this. */
const CARRIES_WORKER = 'revokeObjectURL(self.location.href)';

test('the first load of dist/ stays within its budget', async ({ page, siteUrl }) => {
  const scripts: Promise<{ url: string; code: Buffer }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || response.fromServiceWorker()) return;
    scripts.push(response.body().then((code) => ({ url: response.url(), code })));
  });
  await page.goto(siteUrl, { waitUntil: 'networkidle' });
  await expect(page.locator('#root > *').first()).toBeVisible();

  const loaded = (await Promise.all(scripts)).map(({ url, code }) => ({
    name: url.slice(siteUrl.length),
    gzipBytes: gzipSync(code, { level: 9 }).length,
    worker: code.includes(CARRIES_WORKER),
  }));
  const counted = loaded.filter((script) => !script.worker);
  const total = counted.reduce((sum, script) => sum + script.gzipBytes, 0);
  console.log(`First load: ${inKb(total)} of JavaScript gzipped, of at most ${inKb(FIRST_LOAD_GZIP_BYTES)}`);
  for (const { name, gzipBytes, worker } of loaded)
    console.log(`  ${inKb(gzipBytes)} ${name}${worker ? ' (carries the worker, not counted)' : ''}`);
  expect(counted.length).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(FIRST_LOAD_GZIP_BYTES);
});

test('the code of all workers stays within its budget', () => {
  const sizes: WorkerSizes = JSON.parse(readFileSync(join(DIST, 'sizes.json'), 'utf8'));
  const all = Object.entries(sizes);
  for (const [file, { bytes, gzipBytes }] of all)
    console.log(
      `Worker ${file}: ${inKb(bytes)}, gzipped ${inKb(gzipBytes)}, of at most ${inKb(WORKER_GZIP_BYTES)}`,
    );
  expect(all.length).toBeGreaterThan(0);
  expect(all.reduce((sum, [, { gzipBytes }]) => sum + gzipBytes, 0)).toBeLessThanOrEqual(WORKER_GZIP_BYTES);
});

test('console.html stays within its budget', () => {
  const bytes = statSync(join(DIST, 'console.html')).size;
  console.log(`console.html: ${inKb(bytes)} of at most ${inKb(CONSOLE_BYTES)}`);
  expect(bytes).toBeLessThanOrEqual(CONSOLE_BYTES);
});
