import { useEffect, useRef, useState } from 'react';

/** What a question to the run has brought so far. */
export interface Answered<T> {
  /** The last answer; stays while a newer one is on its way, so that nothing jumps. */
  answer: T | null;
  /** Why the last question failed, in words. */
  problem: string | null;
}

const AT_MOST_EVERY_MS = 250;

/**
 * Asks a run a question when the component appears, again at once when `question` (its identity as text)
 * changes, and at most four times a second while `beat` changes. An answer to an older question is dropped.
 */
export function useAnswer<T>(ask: () => Promise<T>, question: string, beat: string): Answered<T> {
  const [answered, setAnswered] = useState<Answered<T>>({ answer: null, problem: null });
  const asking = useRef(ask);
  asking.current = ask;
  const turn = useRef({ number: 0, question: '', inFlight: false, again: false, askedAt: -Infinity });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the beat is what makes it ask again
  useEffect(() => {
    const state = turn.current;
    const put = () => {
      timer.current = null;
      const mine = ++state.number;
      state.inFlight = true;
      state.again = false;
      state.askedAt = performance.now();
      const done = (next: (was: Answered<T>) => Answered<T>) => {
        if (mine !== state.number) return;
        state.inFlight = false;
        setAnswered(next);
        if (state.again) soon();
      };
      asking.current().then(
        (answer) => done(() => ({ answer, problem: null })),
        (error: unknown) =>
          done((was) => ({ ...was, problem: error instanceof Error ? error.message : String(error) })),
      );
    };
    const soon = () => {
      if (timer.current !== null) return;
      timer.current = setTimeout(put, Math.max(0, state.askedAt + AT_MOST_EVERY_MS - performance.now()));
    };
    if (state.question !== question || state.number === 0) {
      state.question = question;
      if (timer.current !== null) clearTimeout(timer.current);
      put();
    } else if (state.inFlight) state.again = true;
    else soon();
  }, [question, beat]);

  useEffect(
    () => () => {
      turn.current.number++;
      turn.current.question = '';
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return answered;
}
