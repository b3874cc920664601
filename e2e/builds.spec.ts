import { serveStatic } from '../tools/static-server';
import { CONSOLE_URL, DIST, expect, test } from './support/pages';

test('dist/ works some folders deep on a plain static host', async ({ page, siteUrl, pageErrors }) => {
  await page.goto(siteUrl);
  await expect(page.locator('#root > *').first()).toBeVisible();
  await expect(page).toHaveTitle(/Orrery/);
  expect(pageErrors).toEqual([]);
});

test('console.html opens by double-click', async ({ page, pageErrors }) => {
  await page.goto(CONSOLE_URL);
  await expect(page.locator('#root > *').first()).toBeVisible();
  await expect(page).toHaveTitle(/Orrery/);
  expect(pageErrors).toEqual([]);
});

test('dist/ opens after the first visit when its host is gone', async ({ page }) => {
  const host = await serveStatic({ folder: DIST, path: '/some/where/' });
  await page.goto(host.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await host.close();
  await page.goto(host.url);
  await expect(page.locator('#root > *').first()).toBeVisible();
});
