import { useStore } from 'zustand';
import { missionTime, whole } from '../format';
import { useSettings } from '../stores/settings';
import type { Subject } from '../stores/subject';
import { Controls } from './Controls';
import { TimeChart } from './TimeChart';
import './timebar.css';

/** Before tick 0 was done. */
const NOT_BEGUN = -1;

/** One clock under every tab: how far the run is, what happened when, and what is still to come. */
export function TimeBar({ subject }: { subject: Subject }) {
  return (
    <section className="timebar no-print" aria-label="Time">
      <div className="timebar-left">
        {subject.session !== null && <Controls subject={subject} />}
        <Now subject={subject} />
      </div>
      <TimeChart subject={subject} />
      <End subject={subject} />
    </section>
  );
}

function Now({ subject }: { subject: Subject }) {
  const tick = useStore(subject.live, (s) => s.frame?.tick ?? NOT_BEGUN);
  return (
    <div className="timebar-now">
      <strong>{tick < 0 ? 'Not begun' : `Tick ${whole(tick)}`}</strong>
      <small>{missionTime(Math.max(0, tick), subject.description.tickMs)} of mission time</small>
    </div>
  );
}

function End({ subject }: { subject: Subject }) {
  const overview = useStore(subject.live, (s) => s.overview);
  const series = useSettings((s) => s.timeSeries);
  const ended = overview !== null && overview.status !== 'running' && overview.status !== 'ready';
  return (
    <div className="timebar-end">
      <div>
        <strong>{overview?.endTick == null ? 'open' : whole(overview.endTick)}</strong>
        <small>{ended ? 'last tick' : 'expected end'}</small>
      </div>
      <fieldset className="segmented timebar-series">
        <legend className="visually-hidden">What the time bar draws</legend>
        {(['queued', 'throughput'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={series === name}
            title={name === 'queued' ? 'Jobs waiting, over all shards' : 'Jobs done a tick, over all shards'}
            onClick={() => useSettings.setState({ timeSeries: name })}
          >
            {name === 'queued' ? 'Queue' : 'Throughput'}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
