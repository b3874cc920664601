import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf, golden, ROOT } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';

test('a folder dropped from the desktop opens, over http and over file://', async ({
  page,
  siteUrl,
  context,
}) => {
  const out = mkdtempSync(join(tmpdir(), 'orrery-drop-'));
  execFileSync('npx', ['tsx', 'src/cli/mission.ts', 'sample-missions/first-light.json', '--out', out], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  const devtools = await context.newCDPSession(page);
  for (const url of [siteUrl, CONSOLE_URL]) {
    await page.goto(url);
    await page.getByRole('button', { name: 'Start First light' }).waitFor();
    const data = { items: [], files: [join(out, 'first-light')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 700, y: 500, data });
    }
    await expect(page).toHaveURL(/report/, { timeout: 15_000 });
    await expect.poll(() => digestOf(page)).toBe(golden('first-light').digest);
  }
  rmSync(out, { recursive: true, force: true });
});

test('an empty folder is told as empty, and the page stays as it was', async ({ page, siteUrl, context }) => {
  const empty = mkdtempSync(join(tmpdir(), 'orrery-empty-'));
  const devtools = await context.newCDPSession(page);
  await page.goto(siteUrl);
  await page.getByRole('button', { name: 'Start First light' }).waitFor();
  const data = { items: [], files: [empty], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 700, y: 500, data });
  await expect(page.getByText(/no file/i).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start First light' })).toBeEnabled();
  rmSync(empty, { recursive: true, force: true });
});
