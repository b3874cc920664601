import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import { serveStatic } from '../../tools/static-server';

export const DIST = resolve(import.meta.dirname, '../../dist');
/** The one-file page as a double-click opens it. */
export const CONSOLE_URL = pathToFileURL(join(DIST, 'console.html')).href;

interface Pages {
  /** Address of `dist/` on a plain static host, some folders deep. */
  siteUrl: string;
  /** Another origin that lets everybody read: only the content policy can keep a page from it. */
  otherOrigin: { url: string; visits: () => number };
}
interface Watch {
  /** Errors of the page so far: uncaught ones, and those it wrote to its console. */
  pageErrors: string[];
}

export const test = base.extend<Watch, Pages>({
  siteUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a destructured first argument.
    async ({}, use) => {
      const server = await serveStatic({ folder: DIST, path: '/some/where/deep/' });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  otherOrigin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a destructured first argument.
    async ({}, use) => {
      const { server, url, visits } = await openOrigin();
      await use({ url, visits });
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  pageErrors: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await use(errors);
  },
});
export { expect } from '@playwright/test';

/** A server that anybody may read from, script included, and that counts who came. */
export async function openOrigin(): Promise<{ server: Server; url: string; visits: () => number }> {
  let visits = 0;
  const server = createServer((_, response) => {
    visits += 1;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>Other origin</title>');
  });
  server.on('upgrade', (_, socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, visits: () => visits };
}
