import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A component whose code comes later. `preload` fetches it before it is needed. */
export type Later<P> = ComponentType<P> & { preload(): Promise<void> };

/**
 * Like React's `lazy`, but a part that is here already is drawn at once: `lazy` always shows its fallback first,
 * and then holds the part back for up to 300 ms so that fallbacks do not flicker.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = null,
): Later<P> {
  let part: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;
  function preload(): Promise<void> {
    loading ??= load().then(
      (loaded) => {
        part = loaded;
      },
      (error) => {
        // The next look tries again: a file that did not arrive may arrive then.
        loading = null;
        throw error;
      },
    );
    return loading;
  }
  // biome-ignore lint/correctness/noComponentHookFactories: made once a module, as lazy() is, never while drawing
  function Part(props: P) {
    const [state, setState] = useState<{ error: unknown } | 'here' | 'coming'>(
      part === null ? 'coming' : 'here',
    );
    useEffect(() => {
      if (state !== 'coming') return;
      let gone = false;
      preload().then(
        () => !gone && setState('here'),
        (error) => !gone && setState({ error }),
      );
      return () => {
        gone = true;
      };
    }, [state]);
    if (typeof state === 'object') throw state.error;
    const Loaded = part;
    return Loaded === null ? meanwhile : <Loaded {...props} />;
  }
  return Object.assign(Part, { preload });
}

/** Fetches parts when the page has nothing better to do. */
export function preloadWhenIdle(parts: readonly Pick<Later<never>, 'preload'>[]): void {
  const fetchAll = () => {
    for (const part of parts) part.preload().catch(() => {});
  };
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 3000 });
  else setTimeout(fetchAll, 500);
}
