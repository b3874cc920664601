import type { RunView, SeriesQuery } from '../../report';
import { useAnswer } from '../answer';
import { Chart } from './Chart';

export interface SeriesChartProps {
  view: RunView;
  query: SeriesQuery;
  title: string;
  unit: string;
  /** Changes when the run has moved. */
  beat: string;
  height?: number;
}

/** A chart that asks the run itself. */
export function SeriesChart({ view, query, title, unit, beat, height }: SeriesChartProps) {
  const question = `${query.name}/${query.of === 'all' ? 'all' : query.of.join()}`;
  const { answer } = useAnswer(() => view.series(query), question, beat);
  return <Chart title={title} unit={unit} data={answer} height={height} />;
}
