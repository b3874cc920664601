import { type FabricTables, RunStatus, toHex } from '../../engine';
import { counted } from '../../plan';
import type { InvariantResult, Proof } from './types';

/** What can be said of a run that was never written down: whether its books balance, and no more. */
export function liveProof(invariants: readonly InvariantResult[], tables: FabricTables): Proof {
  const broken = invariants.filter((law) => !law.holds);
  const { log } = tables;
  const ended = tables.status !== RunStatus.running;
  return {
    headline:
      broken.length === 0
        ? {
            sentence: ended
              ? 'This run kept every law of the fabric.'
              : 'So far this run keeps every law of the fabric.',
            emphasis: null,
            tone: 'good',
          }
        : {
            sentence: `This run breaks ${counted(broken.length, 'law')} of the fabric.`,
            emphasis: counted(broken.length, 'law'),
            tone: 'bad',
          },
    sentences: [
      {
        id: 'complete',
        title: 'Complete',
        verdict: 'unknown',
        sentence: 'This run has no files yet. Save its report and drop it here to have them checked.',
        details: [],
        elapsedMs: null,
      },
      {
        id: 'unaltered',
        title: 'Unaltered',
        verdict: 'unknown',
        sentence: 'A saved report carries checksums of its files and a digest of its events to compare with.',
        details: [],
        elapsedMs: null,
      },
      conservedByLaws(invariants, ended),
    ],
    files: [],
    recount: [],
    segments: { count: log.segments, lastDigest: toHex(log.digest()) },
  };
}

/** The third sentence as the engine's own checks tell it. */
function conservedByLaws(invariants: readonly InvariantResult[], ended: boolean): Proof['sentences'][number] {
  const broken = invariants.filter((law) => !law.holds);
  return {
    id: 'conserved',
    title: 'Conserved',
    verdict: broken.length === 0 ? 'yes' : 'no',
    sentence:
      broken.length === 0
        ? `All ${counted(invariants.length, 'law')} of the fabric ${ended ? 'held at every tick' : 'hold at every tick so far'}.`
        : `${counted(broken.length, 'law')} of the fabric ${broken.length === 1 ? 'does' : 'do'} not hold.`,
    details: broken.map(lawBroken),
    elapsedMs: null,
  };
}

/** A broken law in one line: since when, and the two numbers that differ. */
export function lawBroken(law: InvariantResult): string {
  return `Since tick ${law.tick ?? '?'}: "${law.sentence}" does not hold (${law.left} against ${law.right}).`;
}
