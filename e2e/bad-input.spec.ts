import { zipSync } from 'fflate';
import { choose, digestOf, golden, rehearse, spoiled } from './support/console';
import { expect, test } from './support/pages';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is given, and the words that must name the file, the place and the remedy. */
const BAD: [name: string, file: string, content: string | Buffer, says: RegExp[]][] = [
  [
    'an unknown field',
    'extra.json',
    spoiled((m) => {
      m.fabric.shards[0].maxQueu = 9;
    }),
    [/maxQueu/, /maxQueue/, /extra\.json · line \d+/],
  ],
  [
    'a wrong type',
    'type.json',
    spoiled((m) => {
      m.fabric.shards[0].maxQueue = 'many';
    }),
    [/maxQueue/, /number/i, /type\.json · line \d+/],
  ],
  [
    'a shard that does not exist',
    'shard.json',
    spoiled((m) => {
      m.fabric.nodes[0].region = 'pluto';
    }),
    [/pluto/, /shard\.json · line \d+ · fabric\.nodes\[0\]\.region/],
  ],
  [
    'a negative queue',
    'queue.json',
    spoiled((m) => {
      m.fabric.shards[0].maxQueue = -5;
    }),
    [/-5/, /queue\.json · line \d+ · fabric\.shards\[0\]\.maxQueue/],
  ],
  ['invalid JSON', 'broken.json', '{"format": "orrery.mission/1",\n "title": }', [/broken\.json · line 2/]],
  ['past a limit', 'deep.json', `${'['.repeat(100)}${']'.repeat(100)}`, [/64/, /deep\.json/]],
  [
    'a zip that climbs out',
    'climb.zip',
    Buffer.from(zipSync({ '../evil.json': bytes('{}'), SHA256SUMS: bytes('') })),
    [/\.\.\/evil\.json/],
  ],
];

for (const [name, file, content, says] of BAD) {
  test(`${name} is named with its place, and the page keeps what it had`, async ({
    page,
    siteUrl,
    pageErrors,
  }) => {
    await page.goto(siteUrl);
    await choose(page, [{ name: file, content }]);
    const words = page.getByRole('list').filter({ hasText: 'Error' });
    for (const saying of says) await expect(words.first()).toContainText(saying);
    await rehearse(page, 'First light');
    expect(await digestOf(page)).toBe(golden('first-light').digest);
    expect(pageErrors).toEqual([]);
  });
}

test('ten million shards are refused at once, by their number', async ({ page, siteUrl }) => {
  const shards = `[${'{},'.repeat(9_999_999)}{}]`;
  const content = spoiled((m) => {
    m.fabric.shards = 'MANY';
  }).replace('"MANY"', shards);
  await page.goto(siteUrl);
  await choose(page, [{ name: 'many.json', content }]);
  await expect(page.getByRole('list').filter({ hasText: 'Error' }).first()).toContainText(
    /10,000,000|4,000,000/,
    { timeout: 20_000 },
  );
  await expect(page.getByRole('button', { name: 'Start First light' })).toBeEnabled();
});
