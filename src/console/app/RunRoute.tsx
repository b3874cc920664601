import { useEffect } from 'react';
import { RunScreen } from '../shell/RunScreen';
import { openRun, useRun } from '../stores/run';
import type { SubjectUrl } from '../url';
import { Standing, ToMissions } from './Standing';

/** The live run: the one that is open, or the one the address asks for, which is then opened and left standing. */
export function RunRoute({ url }: { url: SubjectUrl | null }) {
  const run = useRun();
  const wanted = url?.id ?? null;
  const known = run.phase === 'open' ? run.subject.id : run.phase === 'none' ? null : run.id;
  const preparing = run.phase === 'opening' && run.id === null;
  useEffect(() => {
    // A link shows a run; it never sets one moving.
    if (wanted !== null && wanted !== known && !preparing) void openRun(wanted, null);
  }, [wanted, known, preparing]);

  if (url !== null && run.phase === 'open' && run.subject.id === url.id)
    return <RunScreen subject={run.subject} url={url} />;
  if (run.phase === 'unavailable' && run.id === wanted)
    return (
      <Standing title="This run cannot be opened">
        <p>{run.words}</p>
        <p>
          Runs live in the browser they ran in. If somebody sent you this link, ask for the report instead and
          drop it here.
        </p>
        <ToMissions words="See what is here" />
      </Standing>
    );
  if (run.phase === 'opening') return <Standing title={run.words} />;
  if (wanted !== null) return <Standing title="Opening the run" />;
  return (
    <Standing title="No mission is running">
      <p>Start one, and this is where you watch it, steer it, and read how it went.</p>
      <ToMissions />
    </Standing>
  );
}
