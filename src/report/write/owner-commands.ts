import { FORMATS } from '../format';
import { commandsOf } from '../view/commands';
import type { RunSource } from '../view/source';

/** What owner-commands-executed.json holds: every command with its receipt, by what became of it. */
export function ownerCommandsOf(source: RunSource): object {
  const { rows } = commandsOf(source);
  const { receipts } = source.tables;
  const told = (outcome: 'executed' | 'rejected'): object[] =>
    rows
      .filter((row) => row.outcome === outcome)
      .map(({ sequence, tick, type, words, command, note, reason, effect }) => ({
        sequence,
        tick,
        type,
        words,
        outcome,
        ...(outcome === 'executed' ? { touched: receipts[sequence]?.touched ?? 0, effect } : { reason }),
        ...(note === null ? {} : { note }),
        command,
      }));
  return {
    format: FORMATS.commands,
    executed: told('executed'),
    rejected: told('rejected'),
    pending: rows
      .filter((row) => row.outcome === 'pending' || row.outcome === 'scheduled')
      .map(({ sequence, tick, type, words, command, note }) => ({
        sequence,
        tick,
        type,
        words,
        outcome: 'pending',
        ...(note === null ? {} : { note }),
        command,
      })),
  };
}
