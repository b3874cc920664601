import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, firefox } from '@playwright/test';
import { installDebianPackages, isDebianAsRoot, onPath, succeeds } from './machine';

export type BrowserName = 'chromium' | 'firefox' | 'webkit';

/** Where each browser is on this machine; `playwright` means the one Playwright downloaded. */
export interface Browsers {
  chromium: string | 'playwright' | null;
  firefox: string | 'playwright' | null;
  webkit: { driver: string; browser: string; display: string } | null;
}

const DEBIAN_PACKAGES: Record<BrowserName, string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

/** Looks for the browsers the end-to-end tests use; installs nothing. */
export function findBrowsers(): Browsers {
  return {
    chromium: onPath('chromium') ?? downloaded(chromium),
    firefox: onPath('firefox-esr') ?? downloaded(firefox),
    webkit: findWebKit(),
  };
}

/**
 * Finds the browsers, and gets missing ones in the way the machine allows: Debian packages as root, Playwright's own
 * download elsewhere. Says in one line each what could not be had. WebKit is only taken from Debian, because
 * Playwright's is a build of its own and not the one people have.
 */
export function provideBrowsers(say: (line: string) => void = console.log): Browsers {
  let found = findBrowsers();
  const missing = missingOf(found);
  if (missing.length === 0) return found;

  if (isDebianAsRoot()) {
    const packages = missing.flatMap((name) => DEBIAN_PACKAGES[name]);
    say(`Installing ${packages.join(', ')} with apt-get.`);
    installDebianPackages(packages);
  } else {
    const names = missing.filter((name) => name !== 'webkit');
    if (names.length > 0) say(`Downloading ${names.join(' and ')} with Playwright.`);
    if (names.length > 0) succeeds('npx', ['playwright', 'install', ...names]);
  }
  found = findBrowsers();
  for (const name of missingOf(found)) say(howToInstall(name));
  return found;
}

const missingOf = (found: Browsers): BrowserName[] =>
  (['chromium', 'firefox', 'webkit'] as const).filter((name) => found[name] === null);

function howToInstall(name: BrowserName): string {
  const debian = `sudo apt-get install ${DEBIAN_PACKAGES[name].join(' ')}`;
  if (name === 'webkit') return `WebKit is missing; on Debian: ${debian}`;
  return `${name} is missing; on Debian: ${debian}; elsewhere: npx playwright install --with-deps ${name}`;
}

function downloaded(browser: typeof chromium): 'playwright' | null {
  return existsSync(browser.executablePath()) ? 'playwright' : null;
}

function findWebKit(): Browsers['webkit'] {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('xvfb-run');
  const browser = subfolders('/usr/lib')
    .flatMap((architecture) => subfolders(architecture))
    .filter((folder) => /webkit2gtk-4\.\d$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .findLast((file) => existsSync(file));
  return driver && display && browser ? { driver, browser, display } : null;
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : [])).sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = provideBrowsers();
  for (const name of ['chromium', 'firefox', 'webkit'] as const) {
    const place = found[name];
    console.log(`${name}: ${typeof place === 'string' ? place : (place?.browser ?? 'missing')}`);
  }
  process.exitCode = missingOf(found).length === 0 ? 0 : 1;
}
