import { useEffect } from 'react';
import { DropZone } from '../drop';
import { OfferedReports } from '../reports/OfferedReports';
import { refreshLibrary } from '../stores/library';
import { DroppedMissionCard } from './DroppedMissionCard';
import { InterruptedNotice } from './InterruptedNotice';
import { RecentRuns } from './RecentRuns';
import { SampleCards } from './SampleCards';
import { UnreadableNotice } from './UnreadableNotice';
import './missions.css';

/** Where everything begins: samples, something of one's own, and what was begun before. */
export function MissionsScreen() {
  useEffect(() => {
    document.title = 'Missions · Orrery';
    void refreshLibrary();
  }, []);
  return (
    <main className="home" id="main" tabIndex={-1}>
      <header>
        <h1>What shall we rehearse?</h1>
        <p>Everything runs in this page and stays on this machine. It cannot connect to anything.</p>
      </header>
      <InterruptedNotice />
      <OfferedReports />
      <UnreadableNotice />
      <DroppedMissionCard />
      <SampleCards />
      <DropZone />
      <RecentRuns />
    </main>
  );
}
