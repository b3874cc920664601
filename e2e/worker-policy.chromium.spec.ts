import { rehearse } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';

test('the engine’s own worker reaches no other origin, in both builds', async ({
  page,
  siteUrl,
  otherOrigin,
}) => {
  for (const url of [siteUrl, CONSOLE_URL]) {
    await page.goto(url);
    await rehearse(page, 'First light');
    expect(page.workers().length, `workers of ${url}`).toBeGreaterThan(0);
    for (const worker of page.workers()) {
      const before = otherOrigin.visits();
      const outcome = await worker.evaluate(
        (target) =>
          fetch(target).then(
            () => 'reached it',
            () => 'was refused',
          ),
        otherOrigin.url,
      );
      expect(outcome).toBe('was refused');
      expect(otherOrigin.visits()).toBe(before);
    }
  }
});
