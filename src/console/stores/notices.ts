import { create } from 'zustand';

interface Notice {
  id: number;
  words: string;
  tone: 'neutral' | 'bad';
}

/** Short words that appear, are read aloud politely, and go away. */
export const useNotices = create<{ notices: Notice[] }>(() => ({ notices: [] }));

/** Time to notice, and time to read. */
const shownMs = (words: string): number => 4000 + words.length * 60;
let next = 1;

export function say(words: string, tone: Notice['tone'] = 'neutral'): void {
  const id = next++;
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-2), { id, words, tone }] }));
  setTimeout(() => dismiss(id), shownMs(words));
}

export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((n) => n.id !== id) }));
}
