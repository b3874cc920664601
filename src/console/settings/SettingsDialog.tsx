import { Dialog } from '../shell/Dialog';
import { showDialog } from '../stores/dialogs';
import { type ThemeChoice, useSettings } from '../stores/settings';
import './settings.css';

const THEMES: { choice: ThemeChoice; words: string }[] = [
  { choice: 'system', words: 'As the machine' },
  { choice: 'dark', words: 'Dark' },
  { choice: 'light', words: 'Light' },
];

/** What a person prefers on this machine; it never travels in a link or a report. */
export function SettingsDialog() {
  const { theme } = useSettings();
  return (
    <Dialog title="Settings" onClose={() => showDialog(null)}>
      <div className="setting">
        <span id="setting-theme">Theme</span>
        <div className="segmented" role="radiogroup" aria-labelledby="setting-theme">
          {THEMES.map(({ choice, words }) => (
            <label key={choice}>
              <input
                className="visually-hidden"
                type="radio"
                name="theme"
                checked={choice === theme}
                onChange={() => useSettings.setState({ theme: choice })}
              />
              <span>{words}</span>
            </label>
          ))}
        </div>
      </div>
      <div className="setting">
        <span>Keys and search</span>
        <span className="setting-keys">
          <button type="button" className="btn" onClick={() => showDialog('shortcuts')}>
            Show the keys <kbd>?</kbd>
          </button>
          <button type="button" className="btn" onClick={() => showDialog('palette')}>
            Find anything <kbd>Ctrl K</kbd>
          </button>
        </span>
      </div>
      <p className="hint">
        Nothing leaves this machine: the page's own policy forbids it to connect anywhere. Runs are kept in
        this browser's storage, which other pages of the same origin can share. Settings are kept beside them.
      </p>
    </Dialog>
  );
}
