import type { Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds by the clock, and of processor time. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** One task of the page's main thread. */
export interface Task {
  wallMs: number;
  processorMs: number;
}

/**
 * Runs `act` and returns the main thread's tasks meanwhile, longest first. Processor time is what the page itself asks for; time by
 * the clock also holds the waits for a processor that other programs have. Chromium only.
 */
export async function tasksDuring(page: Page, act: () => Promise<void>): Promise<Task[]> {
  const devtools = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  await act();
  const complete = new Promise<void>((done) => devtools.once('Tracing.tracingComplete', () => done()));
  await devtools.send('Tracing.end');
  await complete;
  await devtools.detach();
  const mains = new Set(
    events
      .filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain')
      .map((e) => `${e.pid}:${e.tid}`),
  );
  return events
    .filter((e) => e.name === 'RunTask' && e.tdur !== undefined && mains.has(`${e.pid}:${e.tid}`))
    .map((e) => ({ wallMs: (e.dur ?? 0) / 1000, processorMs: (e.tdur ?? 0) / 1000 }))
    .sort((a, b) => b.processorMs - a.processorMs);
}
