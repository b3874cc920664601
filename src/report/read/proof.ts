import { counted } from '../../plan';
import type { Proof, Verdict } from '../view/types';
import { listed } from '../words/numbers';

type Sentence = Proof['sentences'][number];
type FileState = Proof['files'][number];

/** What was found out about a report, before it is put into words. */
export interface Findings {
  files: FileState[];
  /** What is missing from inside files that are here: events cut off, a gap. */
  gaps: string[];
  /** Null when there is no SHA256SUMS to compare with. */
  summed: boolean;
  /** Digests of the manifest that do not fit, lines that were changed; the reasons beside checksums. */
  digestFaults: string[];
  /** Whether events could be read at all. */
  counted: boolean;
  /** What does not balance, or is claimed otherwise. */
  bookFaults: string[];
  /** How many claims and laws were compared. */
  compared: number;
  recount: Proof['recount'];
  segments: Proof['segments'];
  elapsedMs: { complete: number; unaltered: number; conserved: number };
}

/** More details than this are no help; they are counted. */
const MOST_DETAILS = 12;

/** The three sentences of this version: complete, unaltered, conserved. */
export function proofOf(findings: Findings): Proof {
  const sentences = [complete(findings), unaltered(findings), conserved(findings)];
  return {
    headline: headline(findings, sentences),
    sentences,
    files: findings.files,
    recount: findings.recount,
    segments: findings.segments,
  };
}

function complete({ files, gaps, elapsedMs }: Findings): Sentence {
  const missing = files.filter((f) => f.state === 'missing').map((f) => f.path);
  const unlisted = files.filter((f) => f.state === 'unlisted').map((f) => f.path);
  const here = files.length - missing.length - unlisted.length;
  const faults = [...(missing.length === 0 ? [] : [`Missing: ${listed(missing, 8)}.`]), ...gaps];
  const extra = unlisted.length === 0 ? [] : [`Not part of the report: ${listed(unlisted, 8)}.`];
  const verdict: Verdict = faults.length === 0 ? 'yes' : 'no';
  return sentence('complete', 'Complete', verdict, [...faults, ...extra], elapsedMs.complete, {
    yes: `All ${counted(here, 'file')} of the report are here, and no event is missing.`,
    no:
      missing.length > 0
        ? `${counted(missing.length, 'file')} of the report ${missing.length === 1 ? 'is' : 'are'} missing: ${listed(missing)}.`
        : (gaps[0] ?? ''),
    unknown: '',
  });
}

function unaltered({ files, summed, digestFaults, elapsedMs }: Findings): Sentence {
  const altered = files.filter((f) => f.state === 'altered').map((f) => f.path);
  const faults = [...(altered.length === 0 ? [] : [`Changed: ${listed(altered, 8)}.`]), ...digestFaults];
  const verdict: Verdict = faults.length > 0 ? 'no' : summed ? 'yes' : 'unknown';
  return sentence('unaltered', 'Unaltered', verdict, faults, elapsedMs.unaltered, {
    yes: 'Every checksum matches, and the events have the digest that the report names.',
    no:
      altered.length > 0
        ? `${counted(altered.length, 'file')} ${altered.length === 1 ? 'was' : 'were'} changed after the report was written: ${listed(altered)}.`
        : `Every checksum matches, but ${lowered(digestFaults[0] ?? '')}`,
    unknown: 'There are no checksums to compare with: SHA256SUMS is missing or cannot be read.',
  });
}

function conserved({ counted: couldCount, bookFaults, compared, elapsedMs }: Findings): Sentence {
  const verdict: Verdict = bookFaults.length > 0 ? 'no' : couldCount ? 'yes' : 'unknown';
  return sentence('conserved', 'Conserved', verdict, bookFaults, elapsedMs.conserved, {
    yes: `Recounted from the events: nothing is lost and nothing counted twice; all ${counted(compared, 'claim')} agree.`,
    no: bookFaults[0] ?? '',
    unknown: 'Nothing could be recounted, because there are no events that can be read.',
  });
}

function sentence(
  id: Sentence['id'],
  title: string,
  verdict: Verdict,
  details: readonly string[],
  elapsedMs: number,
  words: Record<Verdict, string>,
): Sentence {
  const more = details.length - MOST_DETAILS;
  const shown =
    more > 0 ? [...details.slice(0, MOST_DETAILS), `And ${counted(more, 'more finding')}.`] : [...details];
  return { id, title, verdict, sentence: words[verdict], details: shown, elapsedMs };
}

function headline(
  { files, gaps, digestFaults, bookFaults }: Findings,
  sentences: readonly Sentence[],
): Proof['headline'] {
  const altered = files.filter((f) => f.state === 'altered').map((f) => f.path);
  const missing = files.filter((f) => f.state === 'missing');
  const because = altered.includes('events.ndjson')
    ? ['Its events were changed', ' after the run.']
    : altered.length > 0
      ? [
          `${counted(altered.length, 'file')} ${altered.length === 1 ? 'was' : 'were'} changed`,
          ' after it was written.',
        ]
      : digestFaults.length > 0
        ? ['Its events are not those of the run', ' it names.']
        : bookFaults.length > 0
          ? ['Its numbers do not add up', '.']
          : missing.length > 0
            ? [`${counted(missing.length, 'file')} ${missing.length === 1 ? 'is' : 'are'} missing`, '.']
            : gaps.length > 0
              ? ['Some of its events are missing', '.']
              : null;
  if (because !== null) {
    const onlyIncomplete = sentences.every((s) => s.id === 'complete' || s.verdict !== 'no');
    const opening = onlyIncomplete ? 'This report is not whole.' : 'Do not rely on this report.';
    return {
      sentence: `${opening} ${because.join('')}`,
      emphasis: because[0],
      tone: onlyIncomplete ? 'warn' : 'bad',
    };
  }
  if (sentences.some((s) => s.verdict === 'unknown'))
    return {
      sentence: 'This report adds up as far as it can be checked, but not all of it can be.',
      emphasis: 'not all of it can be',
      tone: 'warn',
    };
  return {
    sentence: 'This report is complete and unaltered, and its numbers add up.',
    emphasis: null,
    tone: 'good',
  };
}

function lowered(text: string): string {
  return text.replace(/^The /, 'the ');
}
