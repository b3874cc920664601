import { lazy, Suspense, useEffect } from 'react';
import { DropAnywhere } from '../drop';
import { MissionsScreen } from '../missions';
import { followKeys } from '../palette/keys';
import { Notices } from '../shell/Notices';
import { Rail } from '../shell/Rail';
import { useDialogs } from '../stores/dialogs';
import { useRoute } from '../url';
import './app.css';

// Missions is what a first visit sees; the rest is fetched when it is gone to.
const GuideScreen = lazy(async () => ({ default: (await import('../guide')).GuideScreen }));
const ReportsScreen = lazy(async () => ({ default: (await import('../reports')).ReportsScreen }));
const RunRoute = lazy(async () => ({ default: (await import('./RunRoute')).RunRoute }));
const ReportRoute = lazy(async () => ({ default: (await import('./ReportRoute')).ReportRoute }));
const loadDialogs = () => import('./Dialogs');
const Dialogs = lazy(async () => ({ default: (await loadDialogs()).Dialogs }));

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
      <Suspense fallback={<main className="home" id="main" />}>
        <Screen />
      </Suspense>
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
    if (inRun) void loadDialogs();
  }, [inRun]);
  return <Suspense fallback={null}>{shown !== null && <Dialogs shown={shown} />}</Suspense>;
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
