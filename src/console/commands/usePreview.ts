import { useEffect, useState } from 'react';
import type { OwnerCommand } from '../../plan';
import type { Session } from '../../runner';
import { wordsOf } from '../stores/subject';

export type Preview = Awaited<ReturnType<Session['preview']>>;

const TYPING_MS = 150;
/** While a run flies the answer ages; it is asked for again once in so many ticks. */
const TICKS_PER_ASK = 10;

/** What `command` would do now; null while it is being worked out. */
export function usePreview(session: Session, command: OwnerCommand | null, tick: number): Preview | null {
  const [answer, setAnswer] = useState<{ key: string; preview: Preview } | null>(null);
  const key = command === null ? '' : JSON.stringify(command);
  const age = Math.floor(tick / TICKS_PER_ASK);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the command, `age` is when to ask again
  useEffect(() => {
    if (command === null) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const preview = await session
        .preview(command)
        .catch((error) => ({ words: '', rejected: wordsOf(error), irreversible: false }));
      if (!gone) setAnswer({ key, preview });
    }, TYPING_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [session, key, age]);
  return answer !== null && answer.key === key ? answer.preview : null;
}
