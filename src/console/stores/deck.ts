import { create } from 'zustand';
import type { OwnerCommand, OwnerCommandType } from '../../plan';
import { goToTab, useRoute } from '../url';

interface Deck {
  /** The lever to show first, when somebody chose one without filling it. */
  lever: OwnerCommandType | null;
  /** A command that somebody offered to fill the form with; `asked` grows so that the same offer counts twice. */
  offered: OwnerCommand | null;
  asked: number;
}

export const useDeck = create<Deck>(() => ({ lever: null, offered: null, asked: 0 }));

/** Shows the command deck of the run on the screen, filled with `command` when one is given. */
export function openDeck(command: OwnerCommand | null): void {
  const { url } = useRoute.getState();
  if (url.screen !== 'subject') return;
  useDeck.setState(({ asked }) => ({ lever: null, offered: command, asked: asked + 1 }));
  if (url.tab !== 'commands') goToTab(url, 'commands');
}

/** Shows the command deck at one lever, empty. */
export function offerLever(lever: OwnerCommandType): void {
  openDeck(null);
  useDeck.setState({ lever });
}
