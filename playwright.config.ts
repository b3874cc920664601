import { defineConfig } from '@playwright/test';
import { findBrowsers } from './tools/browsers';

const found = findBrowsers();
const place = (browser: string | null) =>
  browser && browser !== 'playwright' ? { executablePath: browser } : {};

/** Quiet browsers: nothing fetched in the background, no first-run pages. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * End-to-end tests against the built page. `*.webkit.spec.ts` drive WebKit through its own WebDriver, for
 * Playwright has no driver for a WebKit of the system; the others run in Chromium and in Firefox.
 */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/build-once.ts',
  fullyParallel: false,
  workers: 2,
  // Generous, since a gate's machine may be busy; a page that is right answers in a fraction of either.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.ORRERY_REPORT
    ? [['line'], ['json', { outputFile: process.env.ORRERY_REPORT }]]
    : [['list']],
  use: { viewport: { width: 1440, height: 900 }, trace: 'retain-on-failure' },
  projects: [
    {
      name: 'chromium',
      testIgnore: '**/*.webkit.spec.ts',
      use: { browserName: 'chromium', launchOptions: { ...place(found.chromium), args: CHROMIUM_FLAGS } },
    },
    {
      name: 'firefox',
      testIgnore: ['**/*.webkit.spec.ts', '**/*.chromium.spec.ts'],
      // A Firefox of the system speaks WebDriver BiDi; Playwright's own build does not need the channel.
      use: {
        browserName: 'firefox',
        ...(found.firefox === 'playwright' ? {} : { channel: 'moz-firefox' }),
        launchOptions: place(found.firefox),
      },
    },
    { name: 'webkit', testMatch: '**/*.webkit.spec.ts' },
  ],
});
