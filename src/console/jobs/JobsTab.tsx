import { beatOf, type CountsNow, countsNow, type TabProps, useSlowFrame } from '../answer';
import { whole } from '../format';
import { DataTable } from '../table';
import './jobs.css';

const STATES: { id: keyof CountsNow; words: string }[] = [
  { id: 'scheduled', words: 'Scheduled' },
  { id: 'queued', words: 'Waiting' },
  { id: 'transit', words: 'On the way' },
  { id: 'running', words: 'Running' },
  { id: 'completed', words: 'Completed' },
  { id: 'failed', words: 'Failed' },
  { id: 'cancelled', words: 'Cancelled' },
];

/** For engineers who ask for them; twenty columns at once are read by nobody. */
const SELDOM = [
  'class',
  'home',
  'wait-slot',
  'wait-skill',
  'wait-paused',
  'wait-transit',
  'attempts',
  'hops',
];
const SELDOM_OR_FAILED = [...SELDOM, 'reason'];

/** Every job, and above them the seven states as filters that also tell how many there are. */
export function JobsTab(props: TabProps) {
  const slow = useSlowFrame(props.frame);
  const { filters, onFilters } = props;
  const counts = slow === null ? null : countsNow(slow);
  const choose = (state: string) => {
    const { state: _, ...rest } = filters;
    onFilters(state === '' || filters.state === state ? rest : { ...rest, state });
  };
  return (
    <div className="tab-table">
      <div className="job-states" role="toolbar" aria-label="Jobs by state">
        <button type="button" aria-pressed={filters.state === undefined} onClick={() => choose('')}>
          <strong>{whole(props.description.jobsTotal)}</strong>
          All
        </button>
        {STATES.map(({ id, words }) => (
          <button
            key={id}
            type="button"
            aria-pressed={filters.state === id}
            className={id === 'failed' && (counts?.failed ?? 0) > 0 ? 'bad' : undefined}
            onClick={() => choose(id)}
          >
            <strong>{counts === null ? '–' : whole(counts[id])}</strong>
            {words}
          </button>
        ))}
      </div>
      <DataTable
        {...props}
        table="jobs"
        noun="job"
        beat={beatOf(slow)}
        // Why it failed is the first question about failed jobs, and empty for all others.
        hide={filters.state === 'failed' ? SELDOM : SELDOM_OR_FAILED}
      />
    </div>
  );
}
