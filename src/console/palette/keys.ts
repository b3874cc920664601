import { openDeck } from '../stores/deck';
import { showDialog, useDialogs } from '../stores/dialogs';
import { pause, play, step } from '../stores/moving';
import { useSettings } from '../stores/settings';
import { shownSubject } from '../stores/shown';
import type { Subject } from '../stores/subject';
import { toggleTheme } from '../theme/theme';
import { go, goToTab, TAB_ORDER, useRoute } from '../url';

/** Listens for the console's keys; they rest while somebody types or a dialog is in front. */
export function followKeys(): () => void {
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    showDialog(useDialogs.getState().shown === 'palette' ? null : 'palette');
    return;
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (useDialogs.getState().shown !== null || document.querySelector('dialog[open]') !== null) return;
  if (isTyping(event.target)) return;
  if (event.key === ' ' && isPressable(event.target)) return;
  if (act(event.key)) event.preventDefault();
}

function act(key: string): boolean {
  const { url } = useRoute.getState();
  const subject = shownSubject();
  const live = subject?.session != null ? subject : null;
  if (/^[1-8]$/.test(key) && url.screen === 'subject') {
    goToTab(url, TAB_ORDER[Number(key) - 1]);
    return true;
  }
  switch (key.toLowerCase()) {
    case '?':
      showDialog('shortcuts');
      return true;
    case 't':
      toggleTheme();
      return true;
    case 'm':
      go({ screen: 'missions' });
      return true;
    case ' ':
      if (live !== null) void playOrPause(live);
      return live !== null;
    case '.':
      if (live !== null) void step(live);
      return live !== null;
    case 'c':
      if (live !== null) openDeck(null);
      return live !== null;
    case 's':
      if (live !== null) showDialog('save');
      return live !== null;
    default:
      return false;
  }
}

export function playOrPause(subject: Subject): Promise<void> {
  return subject.live.getState().playing === null
    ? play(subject, useSettings.getState().pace)
    : pause(subject);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range'].includes(target.type)
  );
}

/** Space belongs to the button or choice that has the focus. */
function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, summary, input, [role="button"], [role="option"], [role="row"][tabindex]') !==
      null
  );
}
