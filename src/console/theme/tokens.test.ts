import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of one theme block by name. */
function colours(selector: string): Map<string, string> {
  const start = css.indexOf('{', css.indexOf(selector));
  expect(start).toBeGreaterThan(0);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test.each(['dark', 'light'])('%s: every text colour is readable on every surface (AA)', (theme) => {
  const colour = colours(`[data-theme="${theme}"]`);
  const get = (name: string) => colour.get(name) as string;
  for (const surface of ['bg', 'panel', 'panel2'])
    for (const text of ['ink', 'ink2', 'ink3', 'accent', 'ok', 'warn', 'bad'])
      expect(contrast(get(text), get(surface)), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
  expect(contrast(get('accent-ink'), get('accent'))).toBeGreaterThanOrEqual(4.5);
  // A pressed danger button writes in the page's colour on red.
  expect(contrast(get('bg'), get('bad'))).toBeGreaterThanOrEqual(4.5);
});

test.each(['dark', 'light'])('%s: every shard hue stands out from its surface (3 : 1)', (theme) => {
  const colour = colours(`[data-theme="${theme}"]`);
  for (let i = 0; i < 12; i++)
    for (const surface of ['bg', 'panel', 'panel2'])
      expect(
        contrast(colour.get(`shard-${i}`) as string, colour.get(surface) as string),
      ).toBeGreaterThanOrEqual(3);
});
