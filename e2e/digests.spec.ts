import { digestOf, golden, rehearse } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';

for (const [title, label] of [
  ['Planetary fabric', 'planetary-fabric'],
  ['First light', 'first-light'],
]) {
  test(`${title} ends with the same digest as in Node`, async ({ page, siteUrl, pageErrors }) => {
    await page.goto(siteUrl);
    await rehearse(page, title);
    expect(await digestOf(page)).toBe(golden(label).digest);
    expect(pageErrors).toEqual([]);
  });
}

test('console.html over file:// runs the sample to its end and keeps it over a reload', async ({
  page,
  pageErrors,
}) => {
  await page.goto(CONSOLE_URL);
  await rehearse(page, 'Planetary fabric');
  const { digest } = golden('planetary-fabric');
  expect(await digestOf(page)).toBe(digest);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Planetary fabric' })).toBeVisible();
  await expect.poll(() => digestOf(page)).toBe(digest);
  await page.goto(CONSOLE_URL);
  await expect(page.getByRole('row', { name: /Planetary fabric/ }).first()).toContainText('Complete');
  expect(pageErrors).toEqual([]);
});
