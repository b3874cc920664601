import { toHex, WAIT_REASONS } from '../../engine';
import type { Overview } from '../view/types';
import { WAITED_FOR } from '../words/reasons';
import { alertsOf } from './alerts';
import { chronicleOf } from './chronicle';
import { endTickOf } from './estimate';
import type { Facts } from './facts';
import { kpisOf } from './kpis';
import { leadOf } from './lead';
import { verdictOf } from './verdict';

/** The Brief tab's whole answer, from facts already gathered. */
export function overviewOf(facts: Facts): Overview {
  const { source, counts, waits, latency, ended } = facts;
  const { log } = source.tables;
  return {
    status: source.status,
    tick: Math.max(0, source.tick),
    endTick: endTickOf(facts),
    // Hashing the unsealed tail at every beat of a running log would be work for nobody.
    digest: ended ? toHex(log.digest()) : null,
    events: log.length,
    verdict: verdictOf(facts),
    lead: leadOf(facts),
    kpis: kpisOf(facts),
    alerts: alertsOf(facts),
    chronicle: chronicleOf(facts),
    counts,
    waits: WAIT_REASONS.map((reason, r) => ({ reason, words: WAITED_FOR[r], ticks: waits[r] })),
    latency,
  };
}
