import { golden } from './support/console';
import { CONSOLE_URL, expect, test } from './support/pages';
import { openWebKit, type WebKit } from './support/webkit';

let webkit: WebKit;
test.beforeAll(async () => {
  webkit = await openWebKit();
});
test.afterAll(() => webkit?.close());

const started = () => document.querySelector('button[aria-label="Start Planetary fabric"]') !== null;
const press = () =>
  (document.querySelector('button[aria-label="Start Planetary fabric"]') as HTMLElement).click();
const finished = () => document.body.innerText.includes('last tick');
const digest = () =>
  /[0-9a-f]{64}/.exec(
    document.querySelector('[title^="Digest of the event log"]')?.getAttribute('title') ?? '',
  )?.[0];

test('the planetary mission ends with the same digest in WebKit as in Node, in both builds', async ({
  siteUrl,
}) => {
  for (const url of [siteUrl, CONSOLE_URL]) {
    await webkit.goto(url);
    await webkit.waitFor(started);
    await webkit.evaluate(press);
    await webkit.waitFor(finished, 40_000);
    expect(await webkit.evaluate(digest)).toBe(golden('planetary-fabric').digest);
  }
});
