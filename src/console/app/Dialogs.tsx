import { Palette } from '../palette/Palette';
import { Shortcuts } from '../palette/Shortcuts';
import { SettingsDialog } from '../settings';
import { SaveReport } from '../shell/SaveReport';
import type { DialogName } from '../stores/dialogs';
import { shownSubject } from '../stores/shown';

/** The dialog in front. */
export function Dialogs({ shown }: { shown: DialogName }) {
  switch (shown) {
    case 'settings':
      return <SettingsDialog />;
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'save': {
      const subject = shownSubject();
      return subject === null ? null : <SaveReport subject={subject} />;
    }
  }
}
