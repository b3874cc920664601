import { execFileSync } from 'node:child_process';
import { bundleForNode } from './bundle';
import type { NodeCase, NodeResult } from './node-case';

let program: Promise<string> | null = null;

/** Runs one case in a process of its own. */
export async function inFreshNode(given: NodeCase): Promise<NodeResult> {
  program ??= bundleForNode();
  const output = execFileSync(process.execPath, [await program, JSON.stringify(given)], { encoding: 'utf8' });
  return JSON.parse(output);
}

/** Runs one case `runs` times, each in a process of its own. */
export async function inFreshNodes(runs: number, given: NodeCase): Promise<NodeResult[]> {
  const results: NodeResult[] = [];
  while (results.length < runs) results.push(await inFreshNode(given));
  return results;
}
