import { ended } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';

/** What a director may feel as a stutter. */
const LONG_TASK_MS = 50;

test('a run at full speed never holds the page for more than 50 ms', async ({ page, siteUrl }) => {
  for (const url of [siteUrl, CONSOLE_URL]) {
    await page.goto(url);
    const start = page.getByRole('button', { name: 'Start Planetary fabric' });
    await start.waitFor();
    // The page's own start is not part of the run.
    await page.waitForTimeout(1000);
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: 'longtask' });
    });
    await start.click();
    await ended(page);
    await page.waitForTimeout(500);
    const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
    expect(tasks.filter((ms) => ms > LONG_TASK_MS)).toEqual([]);
  }
});
