import { type RefObject, useEffect, useRef } from 'react';

/** Brings an element into sight when `news` changes: what was dropped must not appear above the fold unseen. */
export function useIntoSight<T extends HTMLElement>(news: unknown): RefObject<T | null> {
  const ref = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `news` says when
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, [news]);
  return ref;
}
