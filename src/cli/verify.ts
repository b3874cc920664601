import { parseArgs } from 'node:util';
import { type Dropped, droppedFiles, readDrop } from '../runner/node';
import { EXIT } from './exit-codes';
import { problemsInWords, verificationInWords, verificationOf } from './verify/words';

const USAGE = 'Usage: npm run verify -- <report folder or zip> [--json]';

/** `npm run verify`: reads a report as the page does, and says whether it may be relied on. */
process.exitCode = await main(process.argv.slice(2));

async function main(given: string[]): Promise<number> {
  let path: string | undefined;
  let json: boolean;
  try {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    if (positionals.length !== 1) throw new Error('One report folder or zip is needed');
    [path] = positionals;
    json = values.json;
  } catch (error) {
    return refuse(`${wordsOf(error)}.\n\n${USAGE}`);
  }
  let dropped: Dropped;
  try {
    dropped = await readDrop(await droppedFiles(path), () => {});
  } catch (error) {
    return refuse(`${path} could not be read: ${wordsOf(error)}.`);
  }
  if (dropped.kind === 'unreadable') {
    if (json) print({ ok: false, problems: dropped.problems });
    return refuse(problemsInWords(dropped.problems));
  }
  if (dropped.kind === 'mission')
    return refuse(`${path} is a mission and not a report. Nothing was verified.`);
  const found = await verificationOf(dropped);
  const { description, overview, proof, ok } = found;
  if (json) {
    const { title, tool, label, engineRevision, planDigest } = description;
    const { status, digest, events, counts } = overview;
    const report = { title, tool, label, engineRevision, planDigest, status, digest, events, counts };
    print({ ok, report, proof, problems: dropped.problems });
  } else {
    if (dropped.problems.length > 0) process.stderr.write(`${problemsInWords(dropped.problems)}\n`);
    process.stdout.write(verificationInWords(found));
  }
  return ok ? EXIT.ok : EXIT.failed;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
function refuse(words: string): number {
  process.stderr.write(`${words}\n`);
  return EXIT.badInput;
}
function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
