import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useDialogs } from '../stores/dialogs';
import { useReports } from '../stores/reports';
import { useRun } from '../stores/run';
import { hasEnded, type Subject } from '../stores/subject';
import { href, type UrlState, useRoute } from '../url';
import { Icon, type IconName, Mark } from './Icon';
import './rail.css';

/** The way around: a rail at the left, a bar at the bottom on a phone. */
export function Rail() {
  const url = useRoute((s) => s.url);
  const run = useRun();
  const reports = useReports((s) => s.reports.length);
  const place = url.screen === 'subject' ? (url.kind === 'run' ? 'run' : 'reports') : url.screen;
  const runUrl: UrlState =
    run.phase === 'open'
      ? { screen: 'subject', kind: 'run', id: run.subject.id, tab: 'brief', filters: {}, open: null }
      : { screen: 'run' };
  return (
    <nav className="rail no-print" aria-label="Main">
      <a className="rail-mark" href={href({ screen: 'missions' })} aria-label="Orrery">
        <Mark />
      </a>
      <Place icon="missions" words="Missions" to={{ screen: 'missions' }} here={place === 'missions'} />
      <Place icon="run" words="Run" to={runUrl} here={place === 'run'}>
        <RunLight />
      </Place>
      <Place icon="reports" words="Reports" to={{ screen: 'reports' }} here={place === 'reports'}>
        {reports > 0 && <span className="rail-count">{reports}</span>}
      </Place>
      <Place icon="guide" words="Guide" to={{ screen: 'guide' }} here={place === 'guide'} />
      <button
        type="button"
        className="rail-place rail-last"
        onClick={() => useDialogs.setState({ shown: 'settings' })}
      >
        <Icon name="settings" size={20} />
        Settings
      </button>
    </nav>
  );
}

function Place(props: { icon: IconName; words: string; to: UrlState; here: boolean; children?: ReactNode }) {
  return (
    <a className="rail-place" href={href(props.to)} aria-current={props.here ? 'page' : undefined}>
      <Icon name={props.icon} size={20} />
      {props.words}
      {props.children}
    </a>
  );
}

/** A light on "Run" while something moves, so that it is not forgotten behind another screen. */
function RunLight() {
  const run = useRun();
  return run.phase === 'open' ? <MovingLight subject={run.subject} /> : null;
}

function MovingLight({ subject }: { subject: Subject }) {
  const playing = useStore(subject.live, (s) => s.playing);
  const failed = useStore(subject.live, (s) => s.failure !== null);
  const ended = useStore(subject.live, (s) => s.frame !== null && hasEnded(s.frame.status));
  if (failed) return <span className="rail-light tone-bad" title="The engine failed" />;
  if (playing !== null && !ended) return <span className="rail-light tone-good" title="Running" />;
  return null;
}
