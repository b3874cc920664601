import type { Cell, Column } from '../../report';
import { cellText } from './cellText';

// Of the widest font in the family's list, so that nothing is cut where the first one is missing.
const CHARACTER = 8.2;
const HEADER_CHARACTER = 7.4;
const PADDING = 24;
const DOT = 18;
const LONGEST_SAMPLE = { text: 52, id: 30, enum: 24, number: 18 };
const SAMPLES = 60;
const LEAST = { text: 14, id: 18, enum: 6, number: 9 };
const MOST_FOR_VALUES = 24;
const SHARE = { text: 3, id: 2, enum: 1, number: 1 };

/**
 * Widths of the columns in pixels: what label and cells need, and what is left of the box dealt out by kind,
 * sentences most. Given in pixels because header and rows are boxes of their own; `samples` are rows (cells in
 * the order of `columns`), of which the first few count.
 */
export function columnWidths(
  columns: readonly Column[],
  samples: readonly Cell[][],
  boxWidth: number,
): number[] {
  const least = columns.map((c, i) =>
    leastWidth(
      c,
      samples.slice(0, SAMPLES).map((row) => row[i] ?? null),
    ),
  );
  const left = Math.max(0, boxWidth - least.reduce((a, b) => a + b, 0));
  const shares = columns.reduce((sum, c) => sum + SHARE[c.kind], 0);
  return columns.map((c, i) => Math.floor((least[i] as number) + (left * SHARE[c.kind]) / shares));
}

function leastWidth(c: Column, samples: readonly Cell[]): number {
  // A header also holds its unit and the mark of its order.
  const label = c.label.length + (c.unit === undefined ? 0 : c.unit.length + 1) + 2;
  const values = Math.min(MOST_FOR_VALUES, Math.max(0, ...(c.values ?? []).map((v) => v.length)));
  const seen = Math.min(
    LONGEST_SAMPLE[c.kind],
    Math.max(0, ...samples.map((cell) => cellText(c, cell, []).length)),
  );
  const cells = Math.max(LEAST[c.kind], values, seen) * CHARACTER + (c.kind === 'enum' ? DOT : 0);
  return Math.ceil(Math.max(cells, label * HEADER_CHARACTER) + PADDING);
}
