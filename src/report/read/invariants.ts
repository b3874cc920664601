import type { InvariantResult } from '../view/types';
import { listAt, numberAt, textAt } from './claims';

/** The laws as ledger.json tells them; an engine judged them while it ran, so events alone cannot say them again. */
export function claimedInvariants(ledger: Record<string, unknown> | null): InvariantResult[] {
  return listAt(ledger, 'invariants').flatMap((law) => {
    const id = textAt(law, 'id');
    if (id === null) return [];
    return [
      {
        id,
        sentence: textAt(law, 'sentence') ?? id,
        holds: law.holds === true,
        left: numberAt(law, 'left') ?? 0,
        right: numberAt(law, 'right') ?? 0,
        tick: numberAt(law, 'tick'),
      },
    ];
  });
}
