/** The keys of the console, as `?` and the guide list them. */
export const SHORTCUTS: readonly { keys: string; words: string }[] = [
  { keys: 'Ctrl K', words: 'Find anything: a screen, a shard, a node, a lever' },
  { keys: '?', words: 'Show these keys' },
  { keys: 'Space', words: 'Play or pause the run' },
  { keys: '.', words: 'One tick forward' },
  { keys: '1 to 8', words: 'Brief, Atlas, Fleet, Jobs, Ledger, Events, Commands, Proof' },
  { keys: 'C', words: 'Give a command' },
  { keys: 'S', words: 'Save the report' },
  { keys: 'M', words: 'Missions' },
  { keys: 'T', words: 'Dark or light' },
  { keys: 'Esc', words: 'Close what is in front' },
];
