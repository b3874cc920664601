import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { digestOf as digestOfRun } from '../src/runner/testing/hosts';
import { sample } from '../src/runner/testing/missions';
import { digestOf, ended } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';

/** What the same mission ends with when nobody interrupts it. */
const digest = digestOfRun(sample('planetary-fabric'));

/** Flies the sample until it has left its first ticks behind. */
async function fly(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Fly Planetary fabric' }).click();
  await page.getByRole('button', { name: 'Fly: 60 ticks a second' }).click();
  await expect.poll(() => tickOf(page), { timeout: 20_000 }).toBeGreaterThan(100);
}

async function tickOf(page: Page): Promise<number> {
  const words = await page
    .getByText(/^tick [\d,]+$/i)
    .first()
    .textContent();
  return Number(/[\d,]+/.exec(words ?? '')?.[0].replaceAll(',', '') ?? Number.NaN);
}

/** The run is offered where it stood; it is continued, and hurried to its end. */
async function continueToTheEnd(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const row = page.getByRole('row', { name: /Planetary fabric/ });
  await expect(row).toContainText(/Interrupted at tick \d+/);
  await row.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'As fast as this machine can' }).click();
  await ended(page);
  expect(await digestOf(page)).toBe(digest);
}

test('a page that is closed in flight loses nothing', async ({ context, siteUrl }) => {
  const first = await context.newPage();
  await fly(first, siteUrl);
  await first.close();
  await continueToTheEnd(await context.newPage(), siteUrl);
});

test('a worker that is killed in flight loses nothing', async ({ page, siteUrl }) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    (window as unknown as { workers: Worker[] }).workers = workers;
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
  });
  await fly(page, siteUrl);
  await page.evaluate(() => {
    for (const worker of (window as unknown as { workers: Worker[] }).workers) worker.terminate();
  });
  const stood = await tickOf(page);
  await page.waitForTimeout(300);
  expect(await tickOf(page)).toBe(stood);
  await page.reload();
  await continueToTheEnd(page, siteUrl);
});

test('a run that is open in one tab is listed as such in another', async ({ context, siteUrl }) => {
  const first = await context.newPage();
  await fly(first, siteUrl);
  const second = await context.newPage();
  await second.goto(siteUrl);
  await expect(second.getByRole('row', { name: /Planetary fabric/ })).toContainText('Open in another tab');
  await first.close();
  await continueToTheEnd(second, siteUrl);
});

test.describe('a browser that is closed in flight', () => {
  for (const kind of ['dist/', 'console.html over file://'])
    test(`loses nothing: ${kind}`, async ({ playwright, browserName, channel, launchOptions, siteUrl }) => {
      const url = kind === 'dist/' ? siteUrl : CONSOLE_URL;
      const profile = mkdtempSync(join(tmpdir(), 'orrery-profile-'));
      const open = (): Promise<BrowserContext> =>
        playwright[browserName].launchPersistentContext(profile, { ...launchOptions, channel });
      try {
        const first = await open();
        await fly(await first.newPage(), url);
        await first.close();
        const second = await open();
        await continueToTheEnd(await second.newPage(), url);
        await second.close();
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    });
});
