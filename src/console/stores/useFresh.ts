import { useEffect, useRef, useState } from 'react';
import type { Subject } from './subject';

/**
 * The answer to a question about a run, asked again while the run moves: at once at first and when `key`
 * changes, then at most every `everyMs` and only after a new frame. Keeps the last answer when one fails.
 */
export function useFresh<T>(subject: Subject, key: string, ask: () => Promise<T>, everyMs: number): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for everything `ask` depends on
  useEffect(() => {
    let gone = false;
    let asking = false;
    let wanted = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    async function askNow(): Promise<void> {
      timer = null;
      asking = true;
      wanted = false;
      try {
        const next = await latestAsk.current();
        if (!gone) setAnswer(next);
      } catch {
        // The run's own refresh says what is wrong; a picture simply stays as it was.
      }
      asking = false;
      if (wanted) later();
    }
    function later(): void {
      wanted = true;
      if (!asking && !gone) timer ??= setTimeout(askNow, everyMs);
    }
    void askNow();
    const stop = subject.live.subscribe((now, before) => {
      if (now.frame !== before.frame) later();
    });
    return () => {
      gone = true;
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [subject, key, everyMs]);
  return answer;
}
