import { useEffect } from 'react';
import { DropAnywhere } from '../drop';
import { MissionsScreen } from '../missions';
import { followKeys } from '../palette/keys';
import { Boundary } from '../shell/Boundary';
import { later } from '../shell/later';
import { Notices } from '../shell/Notices';
import { Rail } from '../shell/Rail';
import { useDialogs } from '../stores/dialogs';
import { useRoute } from '../url';
import './app.css';

// Missions is what a first visit sees; the rest is fetched when it is gone to.
const EMPTY = <main className="home" id="main" />;
const GuideScreen = later(async () => (await import('../guide')).GuideScreen, EMPTY);
const ReportsScreen = later(async () => (await import('../reports')).ReportsScreen, EMPTY);
const RunRoute = later(async () => (await import('./RunRoute')).RunRoute, EMPTY);
const ReportRoute = later(async () => (await import('./ReportRoute')).ReportRoute, EMPTY);
const Dialogs = later(async () => (await import('./Dialogs')).Dialogs);

/** The whole console: a rail, one screen, and what may come in front of it. */
export function App() {
  useEffect(followKeys, []);
  return (
    <div className="app">
      {/* A button, not a link: the hash belongs to the console's own state. */}
      <button type="button" className="skip btn" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <Rail />
      <Boundary what="This screen">
        <Screen />
      </Boundary>
      <DropAnywhere />
      <Notices />
      <Front />
    </div>
  );
}

/** What stands in front of the screen, fetched when first asked for. */
function Front() {
  const shown = useDialogs((s) => s.shown);
  const inRun = useRoute((s) => s.url.screen === 'subject');
  // Beside a run the palette is asked for by key and typed into at once: it must be here already.
  useEffect(() => {
    if (inRun) void Dialogs.preload();
  }, [inRun]);
  return shown === null ? null : <Dialogs shown={shown} />;
}

function Screen() {
  const url = useRoute((s) => s.url);
  switch (url.screen) {
    case 'missions':
      return <MissionsScreen />;
    case 'reports':
      return <ReportsScreen />;
    case 'guide':
      return <GuideScreen />;
    case 'run':
      return <RunRoute url={null} />;
    case 'subject':
      return url.kind === 'run' ? <RunRoute url={url} /> : <ReportRoute url={url} />;
  }
}
