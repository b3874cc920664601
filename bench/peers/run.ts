import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDebianPackages, isDebianAsRoot, onPath, succeeds } from '../../tools/machine';
import { expectedOutcome, peerJobs } from './jobs';

export interface PeerResult {
  name: 'SimPy' | 'SimGrid';
  version: string;
  form: 'per-job' | 'pool';
  medianMs: number;
  jobs: number;
  makespanTicks: number;
  waitTicks: number;
}

interface Peer {
  name: PeerResult['name'];
  packages: string[];
  /** Readies the tool and returns the command that runs a form; null when the tool is not on this machine. */
  command(): string[] | null;
}

const here = import.meta.dirname;
const cache = resolve(here, '../../.cache/bench');
/** Debian's own Python, for that is the one its package is installed for. */
const PYTHON = '/usr/bin/python3';

/** Faster than its default for many short actors; the comparison should not gain from a setting. */
const SMALL_STACKS = ['--cfg=contexts/stack-size:64', '--log=root.thres:error'];

const PEERS: Peer[] = [
  {
    name: 'SimPy',
    packages: ['python3-simpy3'],
    command: () => (succeeds(PYTHON, ['-c', 'import simpy']) ? [PYTHON, join(here, 'simpy_peer.py')] : null),
  },
  {
    name: 'SimGrid',
    packages: ['g++', 'libsimgrid-dev'],
    command: () => {
      if (!onPath('g++') || !existsSync('/usr/include/simgrid/s4u.hpp')) return null;
      mkdirSync(cache, { recursive: true });
      const program = join(cache, 'simgrid_peer');
      const source = join(here, 'simgrid_peer.cpp');
      execFileSync('g++', ['-O2', '-std=c++17', '-o', program, source, '-lsimgrid'], { stdio: 'inherit' });
      return [program, ...SMALL_STACKS];
    },
  },
];

/**
 * Runs the job list of README.md in every form of every tool.
 * @param jobs length of the job list
 * @param repeats runs of each form, of which the median counts
 * @param say told in one line what is missing or being installed
 * @throws when a tool ends with another makespan or sum of waiting than the job list has
 */
export async function runPeers(
  jobs: number,
  repeats: number,
  say: (line: string) => void = console.error,
): Promise<PeerResult[]> {
  const expected = expectedOutcome(peerJobs(jobs));
  const results: PeerResult[] = [];
  for (const peer of PEERS) {
    const command = peer.command() ?? install(peer, say);
    if (!command) {
      say(`${peer.name} is missing; on Debian: sudo apt-get install ${peer.packages.join(' ')}`);
      continue;
    }
    for (const form of ['per-job', 'pool'] as const) {
      const runs = Array.from({ length: repeats }, () => runOnce(command, form, jobs));
      for (const { makespanTicks, waitTicks } of runs)
        if (makespanTicks !== expected.makespanTicks || waitTicks !== expected.waitTicks)
          throw new Error(
            `${peer.name} (${form}) did other work: makespan ${makespanTicks} and waiting ${waitTicks} ticks, not ${expected.makespanTicks} and ${expected.waitTicks}.`,
          );
      const version = runs[0]?.version ?? '';
      const medianMs = median(runs.map((run) => run.elapsedMs));
      results.push({ name: peer.name, version, form, medianMs, jobs, ...expected });
    }
  }
  return results;
}

interface Run {
  version: string;
  elapsedMs: number;
  makespanTicks: number;
  waitTicks: number;
}

function runOnce([program = '', ...parameters]: string[], form: string, jobs: number): Run {
  return JSON.parse(execFileSync(program, [...parameters, form, String(jobs)], { encoding: 'utf8' }));
}

function install(peer: Peer, say: (line: string) => void): string[] | null {
  if (!isDebianAsRoot()) return null;
  say(`Installing ${peer.packages.join(' and ')} with apt-get.`);
  installDebianPackages(peer.packages);
  return peer.command();
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const jobs = Number(process.argv[2] ?? 100_000);
  const results = await runPeers(jobs, Number(process.argv[3] ?? 5));
  for (const { name, version, form, medianMs } of results)
    console.log(
      `${name} ${version}, ${form}: ${medianMs.toFixed(0)} ms, ${((medianMs * 1000) / jobs).toFixed(2)} us a job`,
    );
}
