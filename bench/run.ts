import { GATE_FACTOR, type Row, strain } from './aims';
import { peers } from './parts/peers';
import { sampleInChromium, sampleInNode } from './parts/sample';
import { scale } from './parts/scale';
import { lineOf } from './table';

/** `npm run bench -- [--short] [--only sample|chromium|scale|peers] [--json]`; README.md says how to read the table. */
const options = process.argv.slice(2);
const short = options.includes('--short');
const json = options.includes('--json');
const only = options.includes('--only') ? options[options.indexOf('--only') + 1] : null;

const PARTS: Record<Row['part'], () => Promise<Row[]>> = {
  sample: sampleInNode,
  chromium: sampleInChromium,
  scale: () => scale(short ? [100_000] : [100_000, 1_000_000, 10_000_000]),
  peers,
};
const names = Object.keys(PARTS) as Row['part'][];
const wanted = names.filter((name) => (only === null ? !(short && name === 'peers') : name === only));
if (wanted.length === 0) {
  console.error(`--only takes one of ${names.join(', ')}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const name of wanted) {
  const found = await PARTS[name]();
  const width = Math.max(...found.map((row) => row.what.length));
  if (!json) for (const row of found) console.log(lineOf(row, width));
  if (!json) console.log('');
  rows.push(...found);
}
if (json) console.log(JSON.stringify(rows, null, 2));

const judged = rows.filter((row) => strain(row) !== null);
const missed = judged.filter((row) => (strain(row) ?? 0) > 1);
const failed = judged.filter((row) => (strain(row) ?? 0) > GATE_FACTOR);
if (!json) console.log(`${judged.length - missed.length} of ${judged.length} aims met.`);
if (short && failed.length > 0) {
  console.error(`Past ${GATE_FACTOR} times an aim: ${failed.map((row) => row.what).join('; ')}`);
  process.exitCode = 1;
}
