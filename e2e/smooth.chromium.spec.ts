import { ended } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';
import { tasksDuring } from './support/tasks';

/** What a director may feel as a stutter. */
const LONG_TASK_MS = 50;

// Playwright's own recording of the page would be part of what is measured.
test.use({ trace: 'off' });

test('a run at full speed never holds the page for more than 50 ms', async ({ page, siteUrl }) => {
  for (const url of [siteUrl, CONSOLE_URL]) {
    await page.goto(url);
    const start = page.getByRole('button', { name: 'Start Planetary fabric' });
    await start.waitFor();
    // The page's own start is not part of the run.
    await page.waitForTimeout(1000);
    const tasks = await tasksDuring(page, async () => {
      await start.click();
      await ended(page);
      await page.waitForTimeout(500);
    });
    expect(tasks.length, 'the trace holds the tasks of the main thread').toBeGreaterThan(20);
    const longestMs = Math.max(...tasks.map((t) => t.wallMs));
    console.log(
      `longest main-thread task: ${tasks[0].processorMs.toFixed(0)} ms of processor, ${longestMs.toFixed(0)} ms by the clock`,
    );
    expect(tasks.filter((t) => t.processorMs > LONG_TASK_MS)).toEqual([]);
  }
});
