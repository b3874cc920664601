import type { SeriesData } from '../../report';
import { compact, percent, ticks } from '../format';

/** A value of a series as a person reads it. */
export function valueWords(value: number, unit: SeriesData['unit']): string {
  if (unit === 'share of slots') return percent(value);
  return unit === 'jobs per tick' ? `${compact(value)} a tick` : compact(value);
}

/** A chart in words, for those who cannot see it: first to last, highest and where, and now. */
export function summaryOf(title: string, data: SeriesData): string {
  if (data.ticks.length === 0) return `${title}: nothing yet.`;
  const first = data.ticks[0] as number;
  const last = data.ticks[data.ticks.length - 1] as number;
  const lines = data.lines.slice(0, 12).map((line) => {
    let top = 0;
    for (let i = 1; i < line.values.length; i++)
      if ((line.values[i] as number) > (line.values[top] as number)) top = i;
    const peak = valueWords(line.values[top] ?? 0, data.unit);
    const now = valueWords(line.values[line.values.length - 1] ?? 0, data.unit);
    return `${line.label} ${now} at the end, at most ${peak} at tick ${data.ticks[top]}`;
  });
  const more = data.lines.length > 12 ? ` and ${data.lines.length - 12} more` : '';
  return `${title}, tick ${first} to ${last} (${ticks(last - first + 1)}): ${lines.join('; ')}${more}.`;
}
