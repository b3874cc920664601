import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Tab } from '../../report';
import { counted, whole } from '../format';
import type { Subject } from '../stores/subject';
import { goToTab, href, type SubjectUrl, TAB_ORDER } from '../url';
import './tabs.css';

export const TAB_WORDS: Record<Tab, string> = {
  brief: 'Brief',
  atlas: 'Atlas',
  fleet: 'Fleet',
  jobs: 'Jobs',
  ledger: 'Ledger',
  events: 'Events',
  commands: 'Commands',
  proof: 'Proof',
};

/** The tabs of a run; real links, so that one can be opened beside another. */
export function Tabs({ subject, url }: { subject: Subject; url: SubjectUrl }) {
  const counts = useCounts(subject);
  const here = useRef<HTMLAnchorElement>(null);
  // On a phone the strip scrolls: the tab one is on must be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab decides where to scroll
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [url.tab]);
  return (
    <nav className="tabs no-print" aria-label="Views of this run">
      {TAB_ORDER.map((tab) => (
        <a
          key={tab}
          ref={tab === url.tab ? here : undefined}
          href={href({ ...url, tab, filters: {}, open: null })}
          aria-current={tab === url.tab ? 'page' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            if (tab !== url.tab) goToTab(url, tab);
          }}
        >
          {TAB_WORDS[tab]}
          {counts[tab] !== undefined && <b>{counts[tab]}</b>}
        </a>
      ))}
    </nav>
  );
}

function useCounts(subject: Subject): Partial<Record<Tab, string>> {
  const events = useStore(subject.live, (s) => s.frame?.events ?? null);
  const commands = useStore(subject.live, (s) => s.commands);
  const { nodes, jobsTotal } = subject.description;
  const rows = commands?.rows ?? [];
  const done = rows.filter((row) => row.outcome === 'executed' || row.outcome === 'rejected').length;
  return {
    fleet: counted(nodes.length, 'node'),
    jobs: whole(jobsTotal),
    events: events === null ? undefined : whole(events),
    commands: rows.length === 0 ? undefined : `${done} of ${rows.length}`,
  };
}
