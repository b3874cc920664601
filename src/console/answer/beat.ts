import { useEffect, useRef, useState } from 'react';
import type { Frame } from '../../report';

/** A text that changes whenever what the run would answer may have changed. */
export const beatOf = (frame: Frame | null): string =>
  frame === null ? '' : `${frame.tick}/${frame.events}/${frame.status}`;

/** The newest frame, but at most four a second: for cards and tables that need no animation. */
export function useSlowFrame(frame: Frame | null, everyMs = 250): Frame | null {
  const [shown, setShown] = useState(frame);
  const newest = useRef(frame);
  newest.current = frame;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (beatOf(frame) === beatOf(shown) || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      setShown(newest.current);
    }, everyMs);
  }, [frame, shown, everyMs]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return shown ?? frame;
}
