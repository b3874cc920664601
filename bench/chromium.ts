import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowsers } from '../tools/browsers';
import { bundleForWorker } from './bundle';
import type { WorkerResult } from './worker-case';

/** An address of no server: every request is answered here. A page needs an origin for blob workers. */
const PAGE = 'http://bench.invalid/';

/**
 * Runs a mission in `workers` fresh workers of a Chromium page, one after another.
 * @returns null where there is no Chromium
 */
export async function inFreshWorkers(
  workers: number,
  text: string,
  warmRuns: number,
): Promise<{ version: string; results: WorkerResult[] } | null> {
  const place = findBrowsers().chromium;
  if (place === null) return null;
  const script = readFileSync(await bundleForWorker(), 'utf8');
  const browser = await chromium.launch(place === 'playwright' ? {} : { executablePath: place });
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(PAGE);
    const results: WorkerResult[] = [];
    while (results.length < workers)
      results.push(await page.evaluate(runInWorker, { script, text, warmRuns }));
    return { version: browser.version(), results };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function runInWorker(given: { script: string; text: string; warmRuns: number }): Promise<WorkerResult> {
  const url = URL.createObjectURL(new Blob([given.script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return new Promise<WorkerResult>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ text: given.text, warmRuns: given.warmRuns });
  }).finally(() => {
    worker.terminate();
    URL.revokeObjectURL(url);
  });
}
