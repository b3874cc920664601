import { beatOf, type TabProps, useSlowFrame } from '../answer';
import '../jobs/jobs.css';
import { DataTable, TextFilter } from '../table';
import './events.css';

/** Only the owner's own events have one. */
const SELDOM = ['command'];

/** The log, event by event, with a span of ticks to look at. */
export function EventsTab(props: TabProps) {
  const slow = useSlowFrame(props.frame);
  const { filters, onFilters } = props;
  const set = (key: 'tickFrom' | 'tickTo', text: string) => {
    const { [key]: _, ...rest } = filters;
    onFilters(/^\d+$/.test(text) ? { ...rest, [key]: text } : rest);
  };
  return (
    <div className="tab-table">
      <DataTable
        {...props}
        table="events"
        noun="event"
        beat={beatOf(slow)}
        hide={SELDOM}
        empty="Nothing has happened yet. Start the run."
      >
        <span className="tick-span">
          <span>Ticks</span>
          <TextFilter
            column={{ label: 'from tick', kind: 'number' }}
            placeholder="first"
            text={filters.tickFrom ?? ''}
            onText={(text) => set('tickFrom', text)}
          />
          <span>to</span>
          <TextFilter
            column={{ label: 'to tick', kind: 'number' }}
            placeholder="last"
            text={filters.tickTo ?? ''}
            onText={(text) => set('tickTo', text)}
          />
        </span>
      </DataTable>
    </div>
  );
}
