import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choose, digestOf, golden, ROOT } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';

let files: { name: string; content: Buffer }[];
test.beforeAll(() => {
  const out = mkdtempSync(join(tmpdir(), 'orrery-reading-'));
  execFileSync('npx', ['tsx', 'src/cli/mission.ts', 'sample-missions/first-light.json', '--out', out], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  const folder = join(out, 'first-light');
  files = readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name)) }));
  rmSync(out, { recursive: true, force: true });
});

test('a report written in a terminal is read on the page: same digest, three times yes', async ({
  page,
  siteUrl,
  pageErrors,
}) => {
  for (const url of [siteUrl, CONSOLE_URL]) {
    await page.goto(url);
    await choose(page, files);
    await expect(page).toHaveURL(/report/);
    expect(await digestOf(page)).toBe(golden('first-light').digest);
    await page.getByRole('link', { name: /^Proof/ }).click();
    for (const title of ['Complete', 'Unaltered', 'Conserved'])
      await expect(page.getByRole('heading', { name: new RegExp(`^${title}.*Yes$`) })).toBeVisible();
    await page.getByRole('link', { name: /^Jobs/ }).click();
    await expect(page.getByText('300 jobs')).toBeVisible();
  }
  expect(pageErrors).toEqual([]);
});

test('an altered file is named, and the rest is still shown', async ({ page, siteUrl }) => {
  const altered = files.map(({ name, content }) =>
    name === 'ledger.json'
      ? { name, content: Buffer.from(content.toString().replace(/\d/, '7')) }
      : { name, content },
  );
  await page.goto(siteUrl);
  await choose(page, altered);
  await expect(page).toHaveURL(/report/);
  await page.getByRole('link', { name: /^Proof/ }).click();
  await expect(page.getByRole('heading', { name: /^Unaltered.*No$/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /ledger\.json/ })).toContainText(/altered/i);
});
