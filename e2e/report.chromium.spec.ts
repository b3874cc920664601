import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { choose, digestOf, golden, ROOT, rehearse } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';

/*
 * Chromium only: Playwright sees no download of a stock Firefox (the page saves there all the same). Reading reports in
 * Firefox is tested by reading.spec.ts.
 */

/** The one file of a report that is not a function of the run. */
const PROVENANCE = 'provenance.json';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-report-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function saveZip(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'Save report' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /zip/i }).click();
  const path = join(folder, 'saved.zip');
  await (await download).saveAs(path);
  await page.getByRole('button', { name: 'Done' }).click();
  return readFileSync(path);
}

/** Files by name, without the report's own folder. */
function filesOf(zip: Buffer): Map<string, Buffer> {
  return new Map(
    Object.entries(unzipSync(zip)).map(([path, bytes]) => [
      path.slice(path.lastIndexOf('/') + 1),
      Buffer.from(bytes),
    ]),
  );
}

test('page and terminal write the same bytes, and sha256sum agrees', async ({ page, siteUrl }) => {
  test.slow();
  await page.goto(siteUrl);
  await rehearse(page, 'Planetary fabric');
  const saved = filesOf(await saveZip(page));
  execFileSync(
    'npx',
    ['tsx', 'src/cli/mission.ts', 'sample-missions/planetary-fabric.json', '--out', folder],
    { cwd: ROOT, stdio: 'ignore' },
  );
  const written = join(folder, 'planetary-fabric');
  expect([...saved.keys()].sort()).toEqual(readdirSync(written).sort());
  for (const [name, bytes] of saved) {
    if (name !== PROVENANCE) expect(bytes.equals(readFileSync(join(written, name))), name).toBe(true);
  }
  for (const [name, bytes] of saved) writeFileSync(join(written, name), bytes);
  expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: written }).toString()).not.toContain(
    'FAILED',
  );
});

test('a saved report, dropped back, shows the same run and its proof', async ({
  page,
  siteUrl,
  pageErrors,
}) => {
  for (const url of [siteUrl, CONSOLE_URL]) {
    await page.goto(url);
    await rehearse(page, 'First light');
    const verdict = await page.locator('.brief-verdict').textContent();
    const zip = await saveZip(page);
    await page.getByRole('link', { name: 'Missions', exact: true }).click();
    await choose(page, [{ name: 'first-light.zip', content: zip }]);
    await expect(page).toHaveURL(/report/);
    await expect(page.locator('.brief-verdict')).toHaveText(verdict ?? '');
    expect(await digestOf(page)).toBe(golden('first-light').digest);
    await page
      .getByRole('link', { name: /^Proof/ })
      .or(page.getByRole('tab', { name: /^Proof/ }))
      .first()
      .click();
    for (const title of ['Complete', 'Unaltered', 'Conserved'])
      await expect(page.getByRole('heading', { name: new RegExp(`^${title}.*Yes$`) })).toBeVisible();
  }
  expect(pageErrors).toEqual([]);
});

test('one changed digit is named, and the rest is still shown', async ({ page, siteUrl }) => {
  await page.goto(siteUrl);
  await rehearse(page, 'First light');
  const files = filesOf(await saveZip(page));
  const events = files.get('events.ndjson') as Buffer;
  files.set('events.ndjson', Buffer.from(events.toString().replace('"tick":61', '"tick":62')));
  files.delete('mission-topology.mmd');
  files.set('stray.txt', Buffer.from('not listed'));
  await page.getByRole('link', { name: 'Missions', exact: true }).click();
  await choose(
    page,
    [...files].map(([name, content]) => ({ name, content })),
  );
  await expect(page).toHaveURL(/report/);
  await page
    .getByRole('link', { name: /^Proof/ })
    .or(page.getByRole('tab', { name: /^Proof/ }))
    .first()
    .click();
  await expect(page.getByRole('row', { name: /events\.ndjson/ })).toContainText(/altered/i);
  await expect(page.getByRole('row', { name: /mission-topology\.mmd/ })).toContainText(/missing/i);
  await expect(page.getByRole('row', { name: /stray\.txt/ })).toContainText(/unlisted/i);
});
