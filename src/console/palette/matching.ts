export interface Action {
  group: string;
  words: string;
  act: () => void;
}

/** Actions whose words hold every typed word, best first: a word that begins like what was typed is meant. */
export function matching(actions: readonly Action[], typed: string): Action[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = (action: Action): number => {
    const text = `${action.words} ${action.group}`.toLowerCase();
    if (!wanted.every((word) => text.includes(word))) return -1;
    return wanted.filter((word) => text.split(/[\s.,:-]+/).some((part) => part.startsWith(word))).length;
  };
  return actions
    .map((action, i) => ({ action, i, rank: rank(action) }))
    .filter((found) => found.rank >= 0)
    .sort((a, b) => b.rank - a.rank || a.i - b.i)
    .map((found) => found.action);
}
