import { Outcome } from '../../engine';
import { commandWords, effectWords, rejectionWords } from '../words/commands';
import type { RunSource } from './source';
import type { CommandOutcome, CommandsView } from './types';

/** Every command of the run with what became of it, by tick and sequence. */
export function commandsOf({ tables, commands }: RunSource): CommandsView {
  const ended = tables.status !== 0;
  const rows = commands.map((given): CommandsView['rows'][number] => {
    const { tick, command, note, sequence, origin } = given;
    const receipt = tables.receipts[sequence];
    const outcome: CommandOutcome =
      receipt?.outcome === Outcome.executed
        ? 'executed'
        : receipt?.outcome === Outcome.rejected
          ? 'rejected'
          : ended
            ? 'pending'
            : 'scheduled';
    return {
      sequence,
      tick,
      type: command.type,
      words: commandWords(command, tables),
      command,
      note: note ?? null,
      origin,
      outcome,
      reason:
        receipt !== undefined && outcome === 'rejected' ? rejectionWords(command, receipt.rejection) : null,
      effect: receipt !== undefined && outcome === 'executed' ? effectWords(command, receipt) : null,
    };
  });
  rows.sort((x, y) => x.tick - y.tick || x.sequence - y.sequence);
  return { rows };
}
