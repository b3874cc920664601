import { Dialog } from '../shell/Dialog';
import { showDialog } from '../stores/dialogs';
import { SHORTCUTS } from './shortcuts';
import './palette.css';

export function Shortcuts() {
  return (
    <Dialog title="Keys" onClose={() => showDialog(null)}>
      <dl className="shortcuts">
        {SHORTCUTS.map((shortcut) => (
          <div key={shortcut.keys}>
            <dt>
              <kbd>{shortcut.keys}</kbd>
            </dt>
            <dd>{shortcut.words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
