import type { SeriesData } from '../../report';

export interface Thinned {
  data: SeriesData;
  /** Samples in each point; 1 = as it came. */
  width: number;
}

/**
 * At most `points` points: what flickers (throughput, utilisation) as the mean of neighbours, what is counted
 * as the last of them. More points than a chart has room for read as a solid block.
 */
export function thin(data: SeriesData, points: number): Thinned {
  const samples = data.ticks.length;
  const width = Math.max(1, Math.ceil(samples / Math.max(1, points)));
  if (width === 1) return { data, width };
  const mean = data.name === 'throughput' || data.name === 'utilisation';
  const count = Math.ceil(samples / width);
  const reduce = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => {
      const end = Math.min(samples, (i + 1) * width);
      if (!mean) return values[end - 1] as number;
      let sum = 0;
      for (let k = i * width; k < end; k++) sum += values[k] as number;
      return sum / (end - i * width);
    });
  const ticks = Float64Array.from({ length: count }, (_, i) => data.ticks[i * width] as number);
  return {
    data: { ...data, ticks, lines: data.lines.map((l) => ({ ...l, values: reduce(l.values) })) },
    width,
  };
}
