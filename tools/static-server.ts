import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.md': 'text/markdown; charset=utf-8',
  '.mmd': 'text/plain; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.zip': 'application/zip',
};

export interface StaticServerOptions {
  folder: string;
  /** Where the folder hangs, e.g. `/deep/er/`; begins and ends with a slash. */
  path?: string;
  /** First port to try, up to 99 more follow when it is taken; 0 takes any free port. */
  port?: number;
  /** Changes the page on its way out, for what only this server knows. */
  changePage?: (html: string) => string;
}
export interface StaticServer {
  /** Address of the folder, e.g. `http://127.0.0.1:4173/deep/er/`. */
  url: string;
  close(): Promise<void>;
}

/** Serves a folder on loopback only, as any static host would: no listing, no way out of the folder. */
export async function serveStatic({
  folder,
  path = '/',
  port = 0,
  changePage,
}: StaticServerOptions): Promise<StaticServer> {
  const root = realpathSync(folder);
  const server = createServer((request, response) => {
    const file = fileFor(request, root, path);
    if (!file) return refuse(response, request);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'Content-Type': type,
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'HEAD') return void response.end();
    const stream = createReadStream(file);
    stream.on('error', () => response.destroy());
    if (changePage && file.endsWith(`${sep}index.html`))
      void stream.toArray().then((parts) => response.end(changePage(Buffer.concat(parts).toString())));
    else stream.pipe(response);
  });
  await listen(server, port, port === 0 ? 0 : port + 99);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function fileFor(request: IncomingMessage, root: string, path: string): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  try {
    const pathname = decodeURIComponent((request.url ?? '').replace(/[?#].*$/s, ''));
    if (!pathname.startsWith(path) || pathname.includes('\0')) return null;
    const inside = pathname.slice(path.length);
    const wanted = resolve(
      join(root, inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside),
    );
    // After links are followed, so that a link cannot lead out of the folder either.
    const real = realpathSync(wanted);
    return real.startsWith(root + sep) && statSync(real).isFile() ? real : null;
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, request: IncomingMessage): void {
  const status = request.method === 'GET' || request.method === 'HEAD' ? 404 : 405;
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'There is no such file here.\n' : 'This server only reads.\n');
}

function listen(server: Server, port: number, lastPort: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || port >= lastPort) return fail(error);
      done(listen(server, port + 1, lastPort));
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      done();
    });
  });
}
