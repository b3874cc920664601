import { useEffect, useRef, useState } from 'react';
import { type Answered, Asker } from './asker';

/**
 * Asks a run a question when the component appears, again at once when `question` (its identity as text)
 * changes, and at most four times a second while `beat` changes.
 */
export function useAnswer<T>(ask: () => Promise<T>, question: string, beat: string): Answered<T> {
  const [answered, setAnswered] = useState<Answered<T>>({ answer: null, problem: null });
  const newest = useRef(ask);
  newest.current = ask;
  const [asker] = useState(() => new Asker<T>(() => newest.current(), setAnswered));
  const put = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the beat is what makes it ask again
  useEffect(() => {
    if (put.current === question) asker.soon();
    else asker.now();
    put.current = question;
  }, [asker, question, beat]);

  useEffect(
    () => () => {
      put.current = null;
      asker.stop();
    },
    [asker],
  );
  return answered;
}
