import { FORMS } from '../commands/forms';
import { TAB_WORDS } from '../shell/Tabs';
import { offerLever } from '../stores/deck';
import { showDialog } from '../stores/dialogs';
import { pause, play, step } from '../stores/moving';
import { useSettings } from '../stores/settings';
import { shownSubject } from '../stores/shown';
import { hasEnded, type Subject } from '../stores/subject';
import { toggleTheme } from '../theme/theme';
import { go, goToTab, TAB_ORDER, type UrlState, useRoute } from '../url';
import type { Action } from './matching';

/** Everything that can be done from here, in words; the palette only searches it. */
export function actionsHere(): Action[] {
  const subject = shownSubject();
  return [...(subject === null ? [] : subjectActions(subject)), ...pageActions()];
}

function subjectActions(subject: Subject): Action[] {
  const { url } = useRoute.getState();
  if (url.screen !== 'subject') return [];
  const { shards, nodes } = subject.description;
  const open = (kind: 'shard' | 'node', id: string) => () => go({ ...url, open: { kind, id } });
  return [
    ...runActions(subject),
    ...TAB_ORDER.map((tab) => ({ group: 'Go to', words: TAB_WORDS[tab], act: () => goToTab(url, tab) })),
    ...shards.map((s) => ({ group: 'Shard', words: s.displayName, act: open('shard', s.id) })),
    ...nodes.map((n) => ({ group: 'Node', words: n.id, act: open('node', n.id) })),
  ];
}

function runActions(subject: Subject): Action[] {
  const { frame, playing, failure } = subject.live.getState();
  if (subject.session === null) return [];
  const save = { group: 'Run', words: 'Save the report', act: () => showDialog('save') };
  if (failure !== null || (frame !== null && hasEnded(frame.status))) return [save];
  const move =
    playing === null
      ? { group: 'Run', words: 'Play', act: () => void play(subject, useSettings.getState().pace) }
      : { group: 'Run', words: 'Pause', act: () => void pause(subject) };
  return [
    move,
    { group: 'Run', words: 'One tick forward', act: () => void step(subject) },
    save,
    ...FORMS.map((form) => ({ group: 'Command', words: form.title, act: () => offerLever(form.type) })),
  ];
}

function pageActions(): Action[] {
  const screen = (words: string, to: UrlState): Action => ({ group: 'Go to', words, act: () => go(to) });
  return [
    screen('Missions', { screen: 'missions' }),
    screen('Reports', { screen: 'reports' }),
    screen('Guide', { screen: 'guide' }),
    { group: 'Page', words: 'Dark or light', act: toggleTheme },
    { group: 'Page', words: 'Settings', act: () => showDialog('settings') },
    { group: 'Page', words: 'Keys', act: () => showDialog('shortcuts') },
  ];
}
