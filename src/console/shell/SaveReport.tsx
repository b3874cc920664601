import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { bytes, counted } from '../format';
import { showDialog } from '../stores/dialogs';
import { openRun } from '../stores/run';
import type { Subject } from '../stores/subject';
import { wordsOf } from '../stores/subject';
import { Dialog } from './Dialog';
import { canWriteFolders, type Saved, type Saving, saveIntoFolder, saveZip } from './saving';

type Phase =
  | { at: 'choose' }
  | { at: 'saving'; saving: Saving }
  | { at: 'saved'; saved: Saved }
  | { at: 'failed'; words: string };

/** The report leaves the page: as one zip, or file by file into a folder where the browser can do that. */
export function SaveReport({ subject }: { subject: Subject }) {
  const [phase, setPhase] = useState<Phase>({ at: 'choose' });
  const abort = useRef<AbortController | null>(null);
  const { session, description } = subject;
  const dead = useStore(subject.live, (s) => s.failure !== null);

  async function save(how: typeof saveZip): Promise<void> {
    if (session === null) return;
    const controller = new AbortController();
    abort.current = controller;
    const progress = (saving: Saving) => abort.current === controller && setPhase({ at: 'saving', saving });
    try {
      const saved = await how(session, description.label, progress, controller.signal);
      setPhase(saved === null ? { at: 'choose' } : { at: 'saved', saved });
    } catch (error) {
      setPhase(controller.signal.aborted ? { at: 'choose' } : { at: 'failed', words: wordsOf(error) });
    } finally {
      abort.current = null;
    }
  }
  function close(): void {
    abort.current?.abort();
    showDialog(null);
  }

  return (
    <Dialog title="Save the report" onClose={close}>
      {phase.at === 'choose' && (
        <Choose onZip={() => void save(saveZip)} onFolder={() => void save(saveIntoFolder)} />
      )}
      {phase.at === 'saving' && (
        <>
          <p role="status">
            {bytes(phase.saving.bytes)} written
            {phase.saving.files > 0 && `, ${counted(phase.saving.files, 'file')}`},{' '}
            {bytes(phase.saving.bytesPerSecond)} a second
          </p>
          <progress aria-label="Saving the report" />
          <div className="dialog-actions">
            <button type="button" className="btn" onClick={() => abort.current?.abort()}>
              Cancel
            </button>
          </div>
        </>
      )}
      {phase.at === 'saved' && (
        <>
          <p role="status">
            Saved <code>{phase.saved.name}</code>, {bytes(phase.saved.bytes)}. Anyone can drop it on this
            page, read it and check it.
          </p>
          <div className="dialog-actions">
            <button type="button" className="btn primary" onClick={close}>
              Done
            </button>
          </div>
        </>
      )}
      {phase.at === 'failed' && (
        <>
          <p role="alert">The report could not be saved: {phase.words}</p>
          <p className="lead">
            {dead
              ? 'The engine died with what it knew. Opened again from what the vault kept, the run can be saved as it was then.'
              : 'The run is untouched. Free some space or choose another place, then try again.'}
          </p>
          <div className="dialog-actions">
            <button type="button" className="btn" onClick={() => setPhase({ at: 'choose' })}>
              Try again
            </button>
            {dead && (
              <button type="button" className="btn primary" onClick={() => void saveReopened(subject.id)}>
                Open it again and save
              </button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

async function saveReopened(runId: string): Promise<void> {
  showDialog(null);
  await openRun(runId, null);
  showDialog('save');
}

function Choose({ onZip, onFolder }: { onZip: () => void; onFolder: () => void }) {
  return (
    <>
      <p className="lead">
        A folder of plain files: a summary, every event, the ledger, the commands, the chronicle, and a
        checksum of each. Two equal runs give equal bytes.
      </p>
      <div className="dialog-actions">
        {canWriteFolders() && (
          <button type="button" className="btn" onClick={onFolder}>
            Into a folder
          </button>
        )}
        <button type="button" className="btn primary" onClick={onZip}>
          Download as zip
        </button>
      </div>
    </>
  );
}
