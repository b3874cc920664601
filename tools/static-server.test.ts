import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StaticServer, serveStatic } from './static-server';

const outside = mkdtempSync(join(tmpdir(), 'orrery-static-'));
const folder = join(outside, 'site');
let server: StaticServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<p>page</p>');
  writeFileSync(join(folder, 'assets/a b.js'), 'export {};');
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  server = await serveStatic({
    folder,
    path: '/deep/er/',
    changePage: (html) => html.replace('page', 'changed'),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true });
});

/** fetch would tidy the path up before it is sent; this sends it as it stands. */
const get = (path: string, method = 'GET') =>
  new Promise<{ status: number; type: string; body: string }>((done) => {
    request({ port: new URL(server.url).port, host: '127.0.0.1', path, method }, async (response) => {
      const body = Buffer.concat(await response.toArray()).toString();
      done({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body });
    }).end();
  });

it('serves the page under its path, changed as asked, and files with their type', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/deep\/er\/$/);
  expect((await get('/deep/er/?x')).body).toBe('<p>changed</p>');
  expect((await get('/deep/er/index.html')).type).toBe('text/html; charset=utf-8');
  expect((await get('/deep/er/assets/a%20b.js')).type).toBe('text/javascript; charset=utf-8');
});

it.each([
  '/',
  '/deep/',
  '/deep/er/none.html',
  '/deep/er/assets/',
  '/deep/er/../../secret.txt',
  '/deep/er/../secret.txt',
  '/deep/er/..%2fsecret.txt',
  '/deep/er/%2e%2e/secret.txt',
  '/deep/er/link.txt',
  '/deep/er/index.html%00.js',
  '/deep/er/%ff',
])('has nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

it('only reads', async () => expect((await get('/deep/er/', 'POST')).status).toBe(405));

it('takes the next port when the first is taken', async () => {
  const taken = Number(new URL(server.url).port);
  const second = await serveStatic({ folder, port: taken });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
  await second.close();
});
