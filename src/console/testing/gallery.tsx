import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { EntityRef, Frame, RunDescription } from '../../report';
import type { Session } from '../../runner';
import { AtlasTab } from '../atlas';
import { BriefTab } from '../brief';
import { EntityDrawer } from '../entity';
import { EventsTab } from '../events';
import { FleetTab } from '../fleet';
import { JobsTab } from '../jobs';
import { LedgerTab } from '../ledger';
import { Orrery } from '../orrery';
import '../theme/tokens.css';
import '../theme/base.css';
import { manyShards } from './manyShards';
import { DESCRIPTION } from './mission';
import { MockSession } from './session';

/**
 * Screens on the mock, for people who build them; not part of any build.
 * gallery.html?tab=jobs&tick=100&theme=light&fly=10&run=planetary-fabric&open=job:mars-foundry-0007
 */
const TABS = {
  brief: BriefTab,
  atlas: AtlasTab,
  fleet: FleetTab,
  jobs: JobsTab,
  ledger: LedgerTab,
  events: EventsTab,
};
const ask = new URLSearchParams(location.search);
document.documentElement.dataset.theme = ask.get('theme') ?? 'dark';

function Gallery() {
  const [held, setHeld] = useState<Held | null>(null);
  const [frame, setFrame] = useState<Frame | null>(null);
  const [filters, setFilters] = useState<Record<string, string>>(
    Object.fromEntries(new URLSearchParams(ask.get('filter') ?? '')),
  );
  const [open, setOpen] = useState<EntityRef | null>(readOpen());
  useEffect(() => {
    const made = hold();
    made.then((next) => {
      next.session.onFrame(setFrame);
      setHeld(next);
    });
    return () => void made.then(({ session }) => session.dispose());
  }, []);
  const shards = Number(ask.get('shards') ?? 0);
  if (shards > 0) return <Many shards={shards} />;
  if (held === null) return null;
  const Tab = TABS[(ask.get('tab') ?? 'brief') as keyof typeof TABS] ?? BriefTab;
  const props = {
    view: held.session.view,
    description: held.description,
    frame,
    filters,
    onFilters: setFilters,
    onOpen: setOpen,
    onCommand: (command: unknown) => alert(JSON.stringify(command, null, 2)),
    onView: (link: unknown) => alert(JSON.stringify(link)),
  };
  return (
    <div style={{ display: 'grid', gridTemplateRows: 'minmax(0, 1fr)', height: '100dvh', overflow: 'auto' }}>
      <main style={{ minWidth: 0, overflow: 'auto' }}>
        <Tab {...props} />
      </main>
      {open !== null && <EntityDrawer {...props} entity={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

interface Held {
  session: Session;
  description: RunDescription;
}

/** The mock, or with `run=planetary-fabric` the real runner on a sample mission. */
async function hold(): Promise<Held> {
  const tick = Number(ask.get('tick') ?? 100);
  const fly = Number(ask.get('fly') ?? 0);
  const name = ask.get('run');
  if (name === null) {
    const session = new MockSession(tick);
    if (fly > 0) await session.play({ kind: 'fly', ticksPerSecond: fly });
    return { session, description: DESCRIPTION };
  }
  const [{ openLibrary }, { mission }, file] = await Promise.all([
    import('../../runner'),
    import('../../plan'),
    fetch(`/sample-missions/${name}.json`),
  ]);
  const { commands, ...plan } = mission.parse(await file.json());
  const library = await openLibrary();
  const session = await library.create(plan, commands);
  const description = await session.view.describe();
  await session.runTo(tick);
  if (fly > 0) await session.play({ kind: 'fly', ticksPerSecond: fly });
  return { session, description };
}

function Many({ shards }: { shards: number }) {
  const [frame, setFrame] = useState<Frame | null>(null);
  const many = useMemo(() => manyShards(shards), [shards]);
  useEffect(() => {
    let tick = 0;
    const timer = setInterval(() => setFrame(many.frame(tick++)), 33);
    return () => clearInterval(timer);
  }, [many]);
  return (
    <div style={{ height: '100dvh', padding: 24 }}>
      <Orrery description={many.description} frame={frame} onOpen={() => {}} />
    </div>
  );
}

function readOpen(): EntityRef | null {
  const [kind, id] = (ask.get('open') ?? '').split(/:(.*)/s);
  return kind && id ? ({ kind, id } as EntityRef) : null;
}

createRoot(document.getElementById('root') as HTMLElement).render(<Gallery />);
