import { memo } from 'react';
import type { Overview } from '../../report';
import { beatOf, type TabProps, useAnswer, useSlowFrame } from '../answer';
import { SeriesChart } from '../charts';
import { Orrery } from '../orrery';
import { Alerts } from './Alerts';
import './brief.css';
import { Chronicle } from './Chronicle';
import { Emphasis } from './Emphasis';
import { Kpis } from './Kpis';
import { Latency } from './Latency';
import { Waits } from './Waits';

/** Where the run stands, in one sentence and one picture; the story and the curves below. */
export function BriefTab(props: TabProps) {
  const { view, description, frame, onOpen } = props;
  const slow = useSlowFrame(frame);
  const { answer: overview, problem } = useAnswer(() => view.overview(), 'overview', beatOf(slow));
  return (
    <div className="brief">
      <div className="brief-first">
        <div className="brief-orrery">
          <Orrery description={description} frame={frame} onOpen={onOpen} />
        </div>
        <div className="brief-words">
          {overview !== null && <Words overview={overview} props={props} />}
          {overview === null && problem !== null && (
            <p className="tone-bad">The run did not answer: {problem}</p>
          )}
        </div>
      </div>
      {overview !== null && <Below overview={overview} {...props} beat={beatOf(slow)} />}
    </div>
  );
}

function Words({ overview, props }: { overview: Overview; props: TabProps }) {
  return (
    <>
      <h2 className="brief-verdict">
        <Emphasis {...overview.verdict} />
      </h2>
      <p className="brief-lead">{overview.lead}</p>
      <Kpis kpis={overview.kpis} />
      <Alerts alerts={overview.alerts} onCommand={props.onCommand} onView={props.onView} />
    </>
  );
}

type BelowProps = Pick<TabProps, 'view' | 'description'> & { overview: Overview; beat: string };

// Drawn again with each answer, not with each frame.
const Below = memo(function Below({ overview, description, view, beat }: BelowProps) {
  // Colours repeat after twelve shards; beyond that a sum says more than a tangle.
  const of = description.shards.length <= 12 ? description.shards.map((_, i) => i) : ('all' as const);
  return (
    <div className="brief-story">
      <Chronicle chronicle={overview.chronicle} />
      <div className="brief-side">
        <Waits waits={overview.waits} />
        <Latency latency={overview.latency} shards={description.shards} />
        <div className="brief-charts">
          <SeriesChart
            view={view}
            beat={beat}
            title="Throughput"
            unit="jobs completed a tick"
            query={{ name: 'throughput', of: 'all' }}
          />
          <SeriesChart
            view={view}
            beat={beat}
            title="Queue depth"
            unit="jobs waiting"
            query={{ name: 'queued', of }}
          />
          <SeriesChart
            view={view}
            beat={beat}
            title="Utilisation"
            unit="share of slots in use"
            query={{ name: 'utilisation', of }}
          />
        </div>
      </div>
    </div>
  );
});
