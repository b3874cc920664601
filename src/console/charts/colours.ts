import { useEffect, useState } from 'react';

/** A token's value now, for canvases, which know no CSS variables. `var(--x)` or `--x`. */
export function token(name: string, element: Element = document.documentElement): string {
  const bare = name.replace(/^var\((.*)\)$/, '$1');
  return getComputedStyle(element).getPropertyValue(bare).trim();
}

/** A number that changes whenever the theme does, so that canvases draw again. */
export function useThemeTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const again = () => setTurn((n) => n + 1);
    const observer = new MutationObserver(again);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class', 'style'],
    });
    const scheme = matchMedia('(prefers-color-scheme: light)');
    scheme.addEventListener('change', again);
    return () => {
      observer.disconnect();
      scheme.removeEventListener('change', again);
    };
  }, []);
  return turn;
}
