import type { Plan, ScheduledCommand } from '../../plan';
import type { Pace } from '../../runner';
import { startMission } from '../stores/run';
import { useSettings } from '../stores/settings';

const REHEARSE: Pace = { kind: 'rehearse' };
const FLY: Pace = { kind: 'fly', ticksPerSecond: 10 };

/** The two ways to start: to the end at full speed, or slowly, to be steered. */
export function StartButtons({
  plan,
  commands,
  first,
}: {
  plan: Plan;
  commands: ScheduledCommand[];
  first: boolean;
}) {
  function start(pace: Pace): void {
    useSettings.setState({ pace });
    void startMission(plan, commands, pace);
  }
  return (
    <div className="start-buttons">
      <button
        type="button"
        className="btn"
        title="10 ticks a second, so that you can steer"
        aria-label={`Fly ${plan.title}`}
        onClick={() => start(FLY)}
      >
        Fly
      </button>
      <button
        type="button"
        className={first ? 'btn primary' : 'btn'}
        title="Rehearse to the end, as fast as this machine can"
        aria-label={`Start ${plan.title}`}
        onClick={() => start(REHEARSE)}
      >
        Start
      </button>
    </div>
  );
}
