import { CONSOLE_URL, expect, test } from './support/pages';
import { openWebKit, type WebKit } from './support/webkit';

let webkit: WebKit;
test.beforeAll(async () => {
  webkit = await openWebKit();
});
test.afterAll(() => webkit?.close());

const shown = () => document.querySelector('#root > *') !== null;

/** True when a blob worker of this page could read the other origin. */
const workerReaches = (url: string) =>
  new Promise<boolean>((done, fail) => {
    const source = `fetch(${JSON.stringify(url)}).then(() => postMessage(true), () => postMessage(false))`;
    const worker = new Worker(URL.createObjectURL(new Blob([source])));
    worker.onmessage = (message) => done(message.data);
    worker.onerror = () => fail(new Error('The worker did not start.'));
  });

test('both pages open in WebKit, and their workers reach no other origin', async ({
  siteUrl,
  otherOrigin,
}) => {
  for (const url of [siteUrl, CONSOLE_URL]) {
    await webkit.goto(url);
    await webkit.waitFor(shown);
    const before = otherOrigin.visits();
    expect(await webkit.evaluate(workerReaches, otherOrigin.url)).toBe(false);
    expect(otherOrigin.visits()).toBe(before);
  }
});

test('without the policy the same worker gets through', async ({ otherOrigin }) => {
  await webkit.goto(otherOrigin.url);
  const before = otherOrigin.visits();
  expect(await webkit.evaluate(workerReaches, otherOrigin.url)).toBe(true);
  expect(otherOrigin.visits()).toBe(before + 1);
});
