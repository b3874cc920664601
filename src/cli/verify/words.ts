import { problemLine, thousands } from '../../plan';
import type { Overview, Proof, RunDescription } from '../../report';
import type { Dropped } from '../../runner/node';

type ReportDrop = Extract<Dropped, { kind: 'report' }>;

/** What a report is and whether it may be relied on. */
export interface Verification {
  description: RunDescription;
  overview: Overview;
  proof: Proof;
  ok: boolean;
}

const MARK = { yes: 'yes    ', no: 'NO     ', unknown: 'unknown' };

/** Asks an opened report everything that a verdict needs. Only verdicts that are all yes, over files without errors, make it ok. */
export async function verificationOf({ view, problems }: ReportDrop): Promise<Verification> {
  const [description, overview, proof] = await Promise.all([view.describe(), view.overview(), view.proof()]);
  const { sentences } = proof;
  const ok =
    sentences.length > 0 &&
    sentences.every(({ verdict }) => verdict === 'yes') &&
    problems.every(({ severity }) => severity !== 'error');
  return { description, overview, proof, ok };
}

/** For people: what it is, each verdict, the files and the recount where they say something else, and the end of it. */
export function verificationInWords({ description, overview, proof }: Verification): string {
  const lines = [
    `${description.title}: ${description.sourceNote}`,
    `${overview.verdict.sentence}`,
    `Engine revision ${description.engineRevision ?? 'unknown'}, ${thousands(overview.events)} events, digest ${overview.digest ?? 'unknown'}`,
    '',
  ];
  for (const { title, verdict, sentence, details } of proof.sentences) {
    lines.push(`${MARK[verdict]}  ${title}: ${sentence}`);
    for (const detail of details.slice(0, MOST_DETAILS)) lines.push(`           ${detail}`);
    if (details.length > MOST_DETAILS)
      lines.push(`           and ${thousands(details.length - MOST_DETAILS)} more`);
  }
  lines.push('', 'Recount of the events, beside what the report claims:');
  const width = Math.max(...proof.recount.map((row) => row.label.length));
  for (const { label, claimed, recounted, agrees, unit } of proof.recount) {
    const claim = claimed === null ? 'claims nothing' : `claims ${thousands(claimed)}`;
    const verdict = agrees === null ? '' : agrees ? '' : '  DIFFERS';
    lines.push(`  ${label.padEnd(width)}  ${thousands(recounted)} ${unit}, ${claim}${verdict}`);
  }
  lines.push('', proof.headline.sentence);
  return `${lines.join('\n')}\n`;
}
const MOST_DETAILS = 20;

/** For people: why something is no report. */
export function problemsInWords(problems: Dropped['problems']): string {
  return problems.map(problemLine).join('\n');
}
