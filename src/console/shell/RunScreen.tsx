import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { EntityRef, Tab, ViewLink } from '../../report';
import type { TabProps } from '../answer';
import { openDeck } from '../stores/deck';
import type { Subject } from '../stores/subject';
import { TimeBar } from '../timebar';
import { type Filters, go, goToTab, type SubjectUrl } from '../url';
import { Boundary } from './Boundary';
import { FailureNotice } from './FailureNotice';
import { Header } from './Header';
import { later, preloadWhenIdle } from './later';
import { ReadingNotes } from './ReadingNotes';
import { SpokenProgress } from './SpokenProgress';
import { TAB_WORDS, Tabs } from './Tabs';
import './run-screen.css';

// Each tab is its own file, fetched when first looked at: the first screen must not wait for the eighth.
const WAITING = <div className="run-waiting" />;
const BriefTab = later(async () => (await import('../brief')).BriefTab, WAITING);
const AtlasTab = later(async () => (await import('../atlas')).AtlasTab, WAITING);
const FleetTab = later(async () => (await import('../fleet')).FleetTab, WAITING);
const JobsTab = later(async () => (await import('../jobs')).JobsTab, WAITING);
const LedgerTab = later(async () => (await import('../ledger')).LedgerTab, WAITING);
const EventsTab = later(async () => (await import('../events')).EventsTab, WAITING);
const CommandsTab = later(async () => (await import('../commands')).CommandsTab, WAITING);
const ProofTab = later(async () => (await import('../proof')).ProofTab, WAITING);
const EntityDrawer = later(async () => (await import('../entity')).EntityDrawer);

const PARTS = [
  BriefTab,
  AtlasTab,
  FleetTab,
  JobsTab,
  LedgerTab,
  EventsTab,
  CommandsTab,
  ProofTab,
  EntityDrawer,
];

/** A run or a report: the same screens, because it is the same thing. */
export function RunScreen({ subject, url }: { subject: Subject; url: SubjectUrl }) {
  const { view, description } = subject;
  const onOpen = (open: EntityRef) => go({ ...url, open });
  useEffect(() => {
    document.title = `${description.title}, ${TAB_WORDS[url.tab].toLowerCase()} · Orrery`;
  }, [description.title, url.tab]);
  useEffect(() => preloadWhenIdle(PARTS), []);
  return (
    <div className="run">
      <Header subject={subject} />
      <Tabs subject={subject} url={url} />
      <main className="run-body" id="main" tabIndex={-1}>
        <FailureNotice subject={subject} />
        <ReadingNotes problems={subject.problems} />
        <Boundary key={`${subject.id}/${url.tab}`} what={TAB_WORDS[url.tab]}>
          <Shown subject={subject} url={url} onOpen={onOpen} />
        </Boundary>
      </main>
      <TimeBar subject={subject} />
      <SpokenProgress subject={subject} />
      {url.open !== null && (
        <Boundary key={`${url.open.kind}/${url.open.id}`} what="The details">
          <Drawer subject={subject} url={url} open={url.open} view={view} onOpen={onOpen} />
        </Boundary>
      )}
    </div>
  );
}

interface ShownProps {
  subject: Subject;
  url: SubjectUrl;
  onOpen: (ref: EntityRef) => void;
}

function Shown({ subject, url, onOpen }: ShownProps) {
  const frame = useStore(subject.live, (s) => s.frame);
  const props = {
    view: subject.view,
    description: subject.description,
    frame,
    filters: url.filters as Record<string, string>,
    onFilters: (filters: Filters) => go({ ...url, filters }, 'replace'),
    onOpen,
    onCommand: openDeck,
    onView: (link: ViewLink) => goToTab(url, link.tab, link.filter),
  };
  return tabOf(url.tab, props, subject);
}

function tabOf(tab: Tab, props: TabProps, subject: Subject) {
  switch (tab) {
    case 'brief':
      return <BriefTab {...props} />;
    case 'atlas':
      return <AtlasTab {...props} />;
    case 'fleet':
      return <FleetTab {...props} />;
    case 'jobs':
      return <JobsTab {...props} />;
    case 'ledger':
      return <LedgerTab {...props} />;
    case 'events':
      return <EventsTab {...props} />;
    case 'commands':
      return <CommandsTab subject={subject} onOpen={props.onOpen} />;
    case 'proof':
      return <ProofTab view={props.view} frame={props.frame} />;
  }
}

function Drawer({
  subject,
  url,
  open,
  view,
  onOpen,
}: ShownProps & { open: EntityRef; view: Subject['view'] }) {
  const frame = useStore(subject.live, (s) => s.frame);
  return (
    <EntityDrawer
      view={view}
      description={subject.description}
      entity={open}
      frame={frame}
      onClose={() => go({ ...url, open: null })}
      onOpen={onOpen}
      onCommand={openDeck}
    />
  );
}
