import type { EngineHost } from '../../runner/node';

/** The outcome in words, as the page's brief tells it. */
export async function summaryInWords(host: EngineHost, folder: string, files: number): Promise<string> {
  const [{ title }, overview, ledger] = await Promise.all([
    host.view.describe(),
    host.view.overview(),
    host.view.ledger(),
  ]);
  const broken = ledger.invariants.filter((law) => !law.holds);
  const width = Math.max(...overview.kpis.map((k) => k.label.length));
  const lines = [
    title,
    '',
    overview.verdict.sentence,
    overview.lead,
    '',
    ...overview.kpis.map(
      (k) => `  ${k.label.padEnd(width)}  ${k.value}${k.note === '' ? '' : `  (${k.note})`}`,
    ),
    '',
    broken.length === 0
      ? `All ${ledger.invariants.length} invariants hold.`
      : `Broken: ${broken.map((law) => `${law.id} at tick ${law.tick} (${law.left} against ${law.right})`).join('; ')}.`,
    `Digest ${overview.digest}`,
    `Report: ${folder} (${files} files; check it with "npm run verify -- ${folder}")`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The outcome for machines. */
export async function summaryAsJson(host: EngineHost, folder: string): Promise<string> {
  const [overview, ledger] = await Promise.all([host.view.overview(), host.view.ledger()]);
  const { status, tick, digest, events, verdict, counts, kpis } = overview;
  const invariants = ledger.invariants.map(({ id, holds, left, right, tick }) => ({
    id,
    holds,
    left,
    right,
    tick,
  }));
  const outcome = { status, tick, digest, events, folder, verdict, counts, kpis, invariants };
  return `${JSON.stringify(outcome, null, 2)}\n`;
}
