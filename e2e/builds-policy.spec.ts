import type { Page } from '@playwright/test';
import { CONSOLE_URL, expect, openOrigin, test } from './support/pages';

const settled = (setUp: string) => `await new Promise((done) => { setTimeout(done, 3000); ${setUp} })`;
/** Ways to reach a server that a page and a worker both have; `url` is the server. */
const WAYS_OUT: Record<string, string> = {
  fetch: 'await fetch(url)',
  'fetch without CORS': 'await fetch(url, { mode: "no-cors" })',
  XMLHttpRequest: settled(
    'const r = new XMLHttpRequest(); r.onloadend = done; r.open("GET", url); r.send();',
  ),
  WebSocket: settled(
    'const s = new WebSocket(url.replace("http", "ws")); s.onopen = s.onclose = s.onerror = done;',
  ),
  EventSource: settled(
    'const s = new EventSource(url); s.onopen = s.onerror = () => { s.close(); done(); };',
  ),
};
const WAYS_OF_PAGES: Record<string, string> = {
  ...WAYS_OUT,
  image: settled('const i = new Image(); i.onload = i.onerror = done; i.src = url;'),
  script: settled(
    'const s = document.createElement("script"); s.onload = s.onerror = done; s.src = url; document.head.append(s);',
  ),
  'style sheet': settled(
    'const s = document.createElement("link"); s.rel = "stylesheet"; s.onload = s.onerror = done; s.href = url; document.head.append(s);',
  ),
  frame: settled(
    'const f = document.createElement("iframe"); f.onload = done; f.src = url; document.body.append(f);',
  ),
  form: settled(
    'const f = document.createElement("form"); f.action = url; f.target = "_blank"; document.body.append(f); f.submit(); setTimeout(done, 500);',
  ),
  import: 'await import(url)',
  beacon: 'navigator.sendBeacon(url, "x"); await new Promise((done) => setTimeout(done, 500));',
};
const WAYS_OF_WORKERS: Record<string, string> = { ...WAYS_OUT, importScripts: 'importScripts(url)' };

const program = (code: string, url: string) =>
  `(async () => { const url = ${JSON.stringify(url)}; try { ${code} } catch {} return 'tried'; })()`;

const tryInPage = (page: Page, code: string, url: string): Promise<unknown> =>
  page.evaluate(program(code, url));

/** In a blob worker that the page starts: the way the engine's own worker is started in both builds. */
const tryInWorker = (page: Page, code: string, url: string): Promise<unknown> =>
  page.evaluate(
    (source) =>
      new Promise((done, fail) => {
        const worker = new Worker(URL.createObjectURL(new Blob([`${source}.then(postMessage)`])));
        worker.onmessage = (message) => done(message.data);
        worker.onerror = () => fail(new Error('The worker did not start.'));
      }),
    program(code, url),
  );

/** Ways that reached the server from this page. */
async function leaks(
  page: Page,
  pageUrl: string,
  other: { url: string; visits: () => number },
): Promise<string[]> {
  const found: string[] = [];
  const attempts = [
    ...Object.entries(WAYS_OF_PAGES).map(([way, code]) => [`${way} from the page`, code, tryInPage] as const),
    ...Object.entries(WAYS_OF_WORKERS).map(
      ([way, code]) => [`${way} from a worker`, code, tryInWorker] as const,
    ),
  ];
  await page.goto(pageUrl);
  for (const [way, code, attempt] of attempts) {
    const before = other.visits();
    expect(await attempt(page, code, other.url)).toBe('tried');
    if (other.visits() > before) found.push(way);
  }
  return found;
}

test('nothing that dist/ runs reaches another origin', async ({ page, siteUrl, otherOrigin }) => {
  expect(await leaks(page, siteUrl, otherOrigin)).toEqual([]);
});

test('nothing that console.html runs reaches another origin', async ({ page, otherOrigin }) => {
  expect(await leaks(page, CONSOLE_URL, otherOrigin)).toEqual([]);
});

test('every one of these ways is open to a page without the policy', async ({ page, otherOrigin }) => {
  const { server, url } = await openOrigin();
  const open = await leaks(page, url, otherOrigin);
  server.closeAllConnections();
  server.close();
  const ways = [
    ...Object.keys(WAYS_OF_PAGES).map((way) => `${way} from the page`),
    ...Object.keys(WAYS_OF_WORKERS).map((way) => `${way} from a worker`),
  ];
  expect(open).toEqual(ways);
});

test('dist/ can start no worker from a file, for that would not obey the policy', async ({
  page,
  siteUrl,
}) => {
  await page.goto(siteUrl);
  const outcome = await page.evaluate(
    () =>
      new Promise((done) => {
        try {
          const worker = new Worker(new URL('./sw.js', location.href));
          worker.onerror = () => done('refused');
        } catch {
          done('refused');
        }
        setTimeout(() => done('started'), 3000);
      }),
  );
  expect(outcome).toBe('refused');
});

test('both pages have given up WebRTC, which no policy can forbid', async ({ page, siteUrl }) => {
  for (const url of [siteUrl, CONSOLE_URL]) {
    await page.goto(url);
    expect(await page.evaluate(() => 'RTCPeerConnection' in globalThis)).toBe(false);
  }
});
