import type { Problem } from '../../plan';
import type { Frame, RunStatusWord, Tone } from '../../report';
import type { Failure, Pace } from '../../runner';
import { counted, whole } from '../format';

export interface StatusWords {
  words: string;
  tone: Tone;
}

const ENDS: Record<Exclude<RunStatusWord, 'ready' | 'running'>, StatusWords> = {
  completed: { words: 'Complete', tone: 'good' },
  stopped: { words: 'Stopped by the owner', tone: 'warn' },
  stalled: { words: 'Stalled', tone: 'warn' },
  'tick-budget': { words: 'Out of ticks', tone: 'warn' },
  failed: { words: 'Failed', tone: 'bad' },
};

/** How a live run stands, in the words of the header's pill. */
export function statusWords(frame: Frame | null, playing: Pace | null, failure: Failure | null): StatusWords {
  if (failure !== null) return { words: 'The engine failed', tone: 'bad' };
  if (frame === null) return { words: 'Preparing', tone: 'neutral' };
  if (frame.status !== 'ready' && frame.status !== 'running') return ENDS[frame.status];
  if (playing?.kind === 'rehearse') return { words: 'Running at full speed', tone: 'good' };
  if (playing?.kind === 'fly') {
    const rate = playing.ticksPerSecond;
    return { words: `Flying, ${rate} ${rate === 1 ? 'tick' : 'ticks'} a second`, tone: 'good' };
  }
  if (frame.status === 'ready') return { words: 'Ready to start', tone: 'neutral' };
  return { words: `Paused at tick ${whole(frame.tick)}`, tone: 'warn' };
}

/** The same for a report: how the run it tells of ended, unless the report itself is in doubt. */
export function reportWords(status: RunStatusWord | null, problems: readonly Problem[] = []): StatusWords {
  const errors = problems.filter((p) => p.severity === 'error').length;
  if (errors > 0) return { words: `Report with ${counted(errors, 'error')}`, tone: 'bad' };
  if (status === null) return { words: 'Report', tone: 'neutral' };
  if (status === 'ready' || status === 'running')
    return { words: 'Report of an unfinished run', tone: 'warn' };
  const end = ENDS[status];
  return { words: `Report, ${end.words.toLowerCase()}`, tone: end.tone };
}
