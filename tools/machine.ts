import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a command, as a shell would find it. */
export function onPath(command: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file)) ?? null;
}

/** Whether Debian packages can be installed here without asking anybody. */
export function isDebianAsRoot(): boolean {
  const release = '/etc/os-release';
  const debian = existsSync(release) && /^ID(_LIKE)?=.*debian/m.test(readFileSync(release, 'utf8'));
  return debian && process.getuid?.() === 0;
}

/** Runs a command quietly; true when it succeeded. */
export function succeeds(program: string, parameters: string[]): boolean {
  try {
    execFileSync(program, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian packages; needs root. What could not be had is seen by looking for it again. */
export function installDebianPackages(packages: string[]): void {
  const quiet = ['-o', 'Dpkg::Use-Pty=0', '-y', '-qq', '--no-install-recommends'];
  succeeds('apt-get', ['update', '-qq']);
  succeeds('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', ...quiet, ...packages]);
}
