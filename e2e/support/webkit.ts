import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { findBrowsers } from '../../tools/browsers';

/**
 * A small WebDriver client for the WebKit of the system (MiniBrowser under Xvfb). Only what the tests need:
 * open a page, run a script in it, close. https://www.w3.org/TR/webdriver2/
 */
export interface WebKit {
  /** Version of the browser, as it tells. */
  version: string;
  goto(url: string): Promise<void>;
  /**
   * Runs a function in the page and resolves with what it returns or resolves to (plain data).
   * @param pageFunction must not use anything from outside itself
   */
  evaluate<Arguments extends unknown[], Result>(
    pageFunction: (...parameters: Arguments) => Result | Promise<Result>,
    ...parameters: Arguments
  ): Promise<Result>;
  /** Asks until the function returns something true; fails after `timeoutMs`. */
  waitFor(pageFunction: () => unknown, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

const START_MS = 30_000;

/** Starts WebKit; an error says in a line what to install when it is not here. */
export async function openWebKit(): Promise<WebKit> {
  const webkit = findBrowsers().webkit;
  if (!webkit) throw new Error('WebKit is missing; on Debian: apt-get install webkit2gtk-driver xvfb xauth');
  const port = await freePort();
  // A group of its own, so that closing reaches Xvfb and MiniBrowser behind xvfb-run.
  const server = spawn(webkit.display, ['-a', webkit.driver, `--port=${port}`, '--host=127.0.0.1'], {
    detached: true,
    stdio: 'ignore',
    // Without a GPU or user namespaces, as in a container, these two would keep the web process from starting.
    env: {
      ...process.env,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const base = `http://127.0.0.1:${port}`;
  try {
    await untilReady(base, server);
    const session = await call<{ sessionId: string; capabilities: { browserVersion: string } }>(
      base,
      'POST',
      '/session',
      {
        capabilities: {
          alwaysMatch: {
            browserName: 'MiniBrowser',
            timeouts: { script: 60_000 },
            'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
          },
        },
      },
    );
    return driver(`${base}/session/${session.sessionId}`, session.capabilities.browserVersion, server);
  } catch (error) {
    stop(server);
    throw error;
  }
}

function driver(session: string, version: string, server: ChildProcess): WebKit {
  const webkit: WebKit = {
    version,
    goto: (url) => call(session, 'POST', '/url', { url }),
    evaluate: async (pageFunction, ...parameters) => {
      const script = `
        const done = arguments[arguments.length - 1];
        Promise.resolve((${pageFunction})(...[...arguments].slice(0, -1)))
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const outcome = await call<{ value?: unknown; error?: string }>(session, 'POST', '/execute/async', {
        script,
        args: parameters,
      });
      if (outcome.error !== undefined) throw new Error(outcome.error);
      // The page function's own type says what comes back.
      return outcome.value as never;
    },
    waitFor: async (pageFunction, timeoutMs = 20_000) => {
      const end = Date.now() + timeoutMs;
      while (!(await webkit.evaluate(pageFunction))) {
        if (Date.now() > end) throw new Error(`WebKit: not within ${timeoutMs} ms: ${pageFunction}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    close: async () => {
      await call(session, 'DELETE', '').catch(() => {});
      stop(server);
    },
  };
  return webkit;
}

async function call<Result>(base: string, method: string, path: string, body?: unknown): Promise<Result> {
  const response = await fetch(base + path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: Result & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebKit: ${value?.error}: ${value?.message}`);
  return value;
}

async function untilReady(base: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end && server.exitCode === null) {
    const ready = await call<{ ready: boolean }>(base, 'GET', '/status').catch(() => null);
    if (ready?.ready) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('WebKitWebDriver did not start.');
}

function stop(server: ChildProcess): void {
  try {
    if (server.pid) process.kill(-server.pid, 'SIGTERM');
  } catch {
    // Already gone.
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
