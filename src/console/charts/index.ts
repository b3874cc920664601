export { Chart, type ChartProps } from './Chart';
export { token, useThemeTurn } from './colours';
export { SeriesChart, type SeriesChartProps } from './SeriesChart';
