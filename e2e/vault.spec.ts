import { Engine, numbered, type RunCommand } from '../src/engine';
import { digestNow } from '../src/runner/testing/hosts';
import { sample } from '../src/runner/testing/missions';
import { digestOf, ended, rehearse } from './support/console';
import { expect, test } from './support/pages';

test('a command given in flight is kept with the run, and acts where it was given', async ({
  context,
  siteUrl,
}) => {
  const first = await context.newPage();
  await first.goto(siteUrl);
  await first.getByRole('button', { name: 'Fly Planetary fabric' }).click();
  await first.getByRole('link', { name: /^Commands/ }).click();
  await first.locator('label', { hasText: 'Pause every shard' }).click();
  await first.getByRole('button', { name: 'Pause every shard', exact: true }).click();
  const receipt = await first
    .getByText(/at tick [\d,]+/)
    .first()
    .textContent();
  const tick = Number(/at tick ([\d,]+)/.exec(receipt ?? '')?.[1].replaceAll(',', ''));
  await first.close();

  const second = await context.newPage();
  await second.goto(siteUrl);
  await second
    .getByRole('row', { name: /Planetary fabric/ })
    .getByRole('button', { name: 'Continue' })
    .click();
  await second.getByRole('button', { name: 'As fast as this machine can' }).click();
  await ended(second);

  const { plan, commands } = sample('planetary-fabric');
  const live: RunCommand = {
    tick,
    command: { type: 'system.pause', mode: 'drain' },
    sequence: commands.length,
    origin: 'live',
  };
  const straight = new Engine(plan, [...numbered(commands), live]);
  straight.advanceTo(plan.run.maxTicks);
  expect(await digestOf(second)).toBe(digestNow(straight));
});

test('a run can be deleted, and is gone', async ({ page, siteUrl }) => {
  await page.goto(siteUrl);
  await rehearse(page, 'First light');
  await page.goto(siteUrl);
  const row = page.getByRole('row', { name: /First light/ });
  await expect(row).toContainText('Complete');
  await page.getByRole('button', { name: 'Delete First light' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Nothing has run here yet')).toBeVisible();
});
