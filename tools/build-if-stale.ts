import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const SOURCES = [
  'src',
  'public',
  'sample-missions',
  'tools/build',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];
const BUILT = ['dist/index.html', 'dist/console.html'];

/** Builds both pages when one is missing or older than what it is made of; true when it built. */
export function buildIfStale(): boolean {
  const built = BUILT.map((file) => join(root, file));
  const newest = Math.max(...SOURCES.map((source) => newestMs(join(root, source))));
  if (built.every((file) => existsSync(file) && statSync(file).mtimeMs >= newest)) return false;
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return true;
}

/** Time of the newest file below; tests are no part of the page. */
function newestMs(path: string): number {
  if (!existsSync(path) || path.includes('.test.')) return 0;
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
