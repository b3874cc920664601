import type uPlot from 'uplot';

let loading: Promise<typeof uPlot> | null = null;

/** uPlot with its style, fetched when the first chart is looked at. */
export function loadUplot(): Promise<typeof uPlot> {
  loading ??= Promise.all([import('uplot'), import('uplot/dist/uPlot.min.css')]).then(
    ([module]) => module.default,
  );
  return loading;
}
