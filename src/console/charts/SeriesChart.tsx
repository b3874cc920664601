import { useRef } from 'react';
import type { RunView, SeriesQuery } from '../../report';
import { useAnswer } from '../answer';
import { Chart } from './Chart';
import './charts.css';
import { useSeen } from './useSeen';

export interface SeriesChartProps {
  view: RunView;
  query: SeriesQuery;
  title: string;
  unit: string;
  /** Changes when the run has moved. */
  beat: string;
  height?: number;
}

const HEIGHT = 190;
/** Title and legend around the plot; kept free so that nothing jumps when the chart comes. */
const AROUND = 58;

/** A chart that asks the run itself, once it comes into sight. */
export function SeriesChart(props: SeriesChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const seen = useSeen(place);
  const height = props.height ?? HEIGHT;
  return (
    <div ref={place} style={{ minHeight: height + AROUND, minWidth: 0 }}>
      {seen ? (
        <Asked {...props} height={height} />
      ) : (
        <Chart title={props.title} unit={props.unit} data={null} height={height} />
      )}
    </div>
  );
}

function Asked({ view, query, title, unit, beat, height }: SeriesChartProps) {
  const question = `${query.name}/${query.of === 'all' ? 'all' : query.of.join()}`;
  const { answer } = useAnswer(() => view.series(query), question, beat);
  return <Chart title={title} unit={unit} data={answer} height={height} />;
}
