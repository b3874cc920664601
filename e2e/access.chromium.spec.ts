import { AxeBuilder } from '@axe-core/playwright';
import { rehearse } from './support/console';
import { expect, test } from './support/pages';

const TABS = ['Brief', 'Atlas', 'Fleet', 'Jobs', 'Ledger', 'Events', 'Commands', 'Proof'];

for (const colorScheme of ['dark', 'light'] as const) {
  test(`every screen passes the WCAG 2.2 AA rules that a machine can check, ${colorScheme}`, async ({
    page,
    siteUrl,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations: string[] = [];
    const look = async (where: string): Promise<void> => {
      const { violations: found } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      for (const v of found)
        violations.push(`${where}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    };
    await page.goto(siteUrl);
    await page.getByRole('button', { name: 'Start First light' }).waitFor();
    await look('Missions');
    await rehearse(page, 'First light');
    for (const tab of TABS) {
      await page
        .getByRole('link', { name: new RegExp(`^${tab}`) })
        .or(page.getByRole('tab', { name: new RegExp(`^${tab}`) }))
        .first()
        .click();
      await page.waitForTimeout(400);
      await look(tab);
    }
    expect(violations).toEqual([]);
  });
}

test('nothing is wider than a phone', async ({ page, siteUrl }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(siteUrl);
  await rehearse(page, 'First light');
  for (const tab of TABS) {
    await page
      .getByRole('link', { name: new RegExp(`^${tab}`) })
      .or(page.getByRole('tab', { name: new RegExp(`^${tab}`) }))
      .first()
      .click();
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBeLessThanOrEqual(390);
  }
});
