import { useState } from 'react';
import type { RunEntry } from '../../runner';
import { bytes, counted } from '../format';
import { Dialog } from '../shell/Dialog';
import { Icon } from '../shell/Icon';
import { removeRun, type Usage, useLibrary } from '../stores/library';
import { say } from '../stores/notices';
import { closeRun, useRun } from '../stores/run';
import { wordsOf } from '../stores/subject';
import { href } from '../url';
import { shortDigest, whenInWords } from '../words';
import { continueRun, runUrl } from './continuing';
import { standingOf } from './facts';

/** What the vault of this browser keeps: to be continued, looked at again, or deleted. */
export function RecentRuns() {
  const { entries, usage, trouble } = useLibrary();
  const [deleting, setDeleting] = useState<RunEntry | null>(null);
  if (entries === null) return <div className="recent waiting" />;
  if (trouble !== null)
    return (
      <section className="recent empty" role="alert">
        <h2>Runs cannot be kept here</h2>
        <p>{trouble}. Missions still run; save their reports before you close the page.</p>
      </section>
    );
  if (entries.length === 0)
    return (
      <section className="recent empty">
        <h2>Nothing has run here yet</h2>
        <p>
          Start a mission above. It is kept on this machine as it goes, so closing the page loses nothing.
        </p>
      </section>
    );
  return (
    <section className="recent">
      <table>
        <thead>
          <tr>
            <th>Recent</th>
            <th>State</th>
            <th>Digest</th>
            <th className="num">Last opened</th>
            <th>
              <span className="visually-hidden">Delete</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((run) => (
            <Row key={run.runId} run={run} onDelete={() => setDeleting(run)} />
          ))}
        </tbody>
      </table>
      {usage !== null && <p className="hint">{usageWords(entries.length, usage)}</p>}
      {deleting !== null && <Deletion run={deleting} onClose={() => setDeleting(null)} />}
    </section>
  );
}

function Row({ run, onDelete }: { run: RunEntry; onDelete: () => void }) {
  const standing = standingOf(run);
  const elsewhere = run.state === 'in another tab';
  const here = useRun((s) => s.phase === 'open' && s.subject.id === run.runId);
  return (
    <tr>
      <td>{elsewhere && !here ? run.title : <a href={href(runUrl(run.runId))}>{run.title}</a>}</td>
      <td className={`recent-state ${here ? 'plain' : standing.tone}`}>
        {here ? 'Open in this page' : standing.words}
        {run.state === 'interrupted' && !here && (
          <button type="button" className="btn" onClick={() => continueRun(run.runId)}>
            Continue
          </button>
        )}
      </td>
      <td className="mono">{run.digest === null ? '' : shortDigest(run.digest)}</td>
      <td className="num recent-when">
        {whenInWords(run.openedAtMs, Date.now())}
        <span className="hint"> {bytes(run.bytes)}</span>
      </td>
      <td className="num">
        <button
          type="button"
          className="btn icon quiet"
          aria-label={`Delete ${run.title}`}
          title={elsewhere && !here ? 'Close it in the other tab first' : 'Delete'}
          disabled={elsewhere && !here}
          onClick={onDelete}
        >
          <Icon name="trash" size={16} />
        </button>
      </td>
    </tr>
  );
}

function Deletion({ run, onClose }: { run: RunEntry; onClose: () => void }) {
  async function remove(): Promise<void> {
    onClose();
    const open = useRun.getState();
    try {
      // The page's own hold on the run comes off first.
      if (open.phase === 'open' && open.subject.id === run.runId) await closeRun();
      await removeRun(run.runId);
      say(`${run.title} was deleted.`);
    } catch (error) {
      say(`${run.title} could not be deleted: ${wordsOf(error)}`, 'bad');
    }
  }
  return (
    <Dialog title={`Delete ${run.title}?`} onClose={onClose}>
      <p>{standingOf(run).words}.</p>
      <p className="lead">
        {bytes(run.bytes)} become free. The run cannot be brought back; reports you saved stay where they are.
      </p>
      <div className="dialog-actions">
        <button type="button" className="btn" onClick={onClose}>
          Keep it
        </button>
        <button type="button" className="btn primary danger" onClick={() => void remove()}>
          Delete
        </button>
      </div>
    </Dialog>
  );
}

function usageWords(runs: number, { usedBytes, quotaBytes, persisted }: Usage): string {
  const room = `${counted(runs, 'run')}, ${bytes(usedBytes)} of the ${bytes(quotaBytes)} this browser gives.`;
  if (persisted === true) return `${room} It has promised to keep them.`;
  if (persisted === false)
    return `${room} It may clear them when the disk is full: save the reports that matter.`;
  return room;
}
