import type { Proof } from '../view/types';
import { decimalText } from '../words/numbers';
import type { Recount } from './recount';

type Json = Record<string, unknown>;
type Row = Proof['recount'][number];

/** What summary.json and ledger.json claim; null where a file could not be read. */
export interface Claims {
  summary: Json | null;
  ledger: Json | null;
}

/** Our recount of the events beside the report's claims. Where two files claim differently, the wrong claim is shown. */
export function recountRows(
  recount: Recount,
  claims: Claims,
  currencies: readonly { id: string; decimals: number }[],
): Row[] {
  const total = (id: string, field: 'jobs' | 'value'): number | null =>
    numberAt(
      listAt(claims.ledger, 'totals').find((t) => t.id === id),
      field,
    );
  const metric = (name: string): number | null => numberAt(claims.summary?.metrics, name);
  const row = (label: string, recounted: number, unit: string, ...claimed: (number | null)[]): Row => {
    const known = claimed.filter((claim) => claim !== null);
    const claim = known.find((c) => c !== recounted) ?? known[0] ?? null;
    return { label, claimed: claim, recounted, agrees: claim === null ? null : claim === recounted, unit };
  };
  const allEvents = recount.events.reduce((sum, n) => sum + n, 0);
  return [
    row('Submitted', recount.submitted, 'jobs', metric('submitted'), total('submitted', 'jobs')),
    row('Queued', recount.queued, 'jobs', metric('queued'), total('queued', 'jobs')),
    row('On the way', recount.transit, 'jobs', metric('transit'), total('transit', 'jobs')),
    row('Running', recount.running, 'jobs', metric('running'), total('running', 'jobs')),
    row('Completed', recount.completed, 'jobs', metric('completed'), total('completed', 'jobs')),
    row('Failed', recount.failed, 'jobs', metric('failed'), total('failed', 'jobs')),
    row('Cancelled', recount.cancelled, 'jobs', metric('cancelled'), total('cancelled', 'jobs')),
    row(
      'Value submitted',
      recount.valueSubmitted,
      'value',
      metric('valueSubmitted'),
      total('submitted', 'value'),
    ),
    row(
      'Value completed',
      recount.valueCompleted,
      'value',
      metric('valueCompleted'),
      total('completed', 'value'),
    ),
    row('Value failed', recount.valueFailed, 'value', metric('valueFailed'), total('failed', 'value')),
    row(
      'Value cancelled',
      recount.valueCancelled,
      'value',
      metric('valueCancelled'),
      total('cancelled', 'value'),
    ),
    ...currencies.map(({ id, decimals }, c) => {
      const claim = listAt(claims.ledger, 'cost').find((cost) => cost.currency === id);
      return row(
        `Paid to nodes in ${id}`,
        recount.paid[c],
        `smallest units (${decimalText(1, decimals)} ${id})`,
        numberAt(claim, 'totalSmallest'),
      );
    }),
    row('Events', allEvents, 'events', metric('events')),
  ];
}

/**
 * Where a claimed file tells other numbers, ids or answers than the one made again from the events. Only what both have
 * is compared, and no words, so that a report of another version is judged by what it says and not by how.
 */
export function differences(claimed: unknown, made: unknown, place = ''): string[] {
  if (typeof made === 'object' && made !== null) {
    if (typeof claimed !== 'object' || claimed === null) return [`${place} is missing`];
    if (Array.isArray(made) && Array.isArray(claimed) && made.length !== claimed.length)
      return [`${place} has ${claimed.length} entries; the events give ${made.length}`];
    const found: string[] = [];
    for (const [key, value] of Object.entries(made)) {
      if (WORDS.has(key) || !Object.hasOwn(claimed, key)) continue;
      const inside = Array.isArray(made) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`;
      found.push(...differences((claimed as Json)[key], value, inside));
      if (found.length >= MOST_DIFFERENCES) return found.slice(0, MOST_DIFFERENCES);
    }
    return found;
  }
  if (claimed === made) return [];
  return [`${place} is ${shown(claimed)}; the events give ${shown(made)}`];
}
const MOST_DIFFERENCES = 5;
/** Fields that hold sentences, digests of other files, or the format's own name. */
const WORDS = new Set([
  'message',
  'words',
  'effect',
  'reason',
  'sentence',
  'stopReason',
  'format',
  'digests',
]);

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

export function numberAt(object: unknown, field: string): number | null {
  const value = typeof object === 'object' && object !== null ? (object as Json)[field] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
export function textAt(object: unknown, field: string): string | null {
  const value = typeof object === 'object' && object !== null ? (object as Json)[field] : undefined;
  return typeof value === 'string' ? value : null;
}
export function listAt(object: unknown, field: string): Json[] {
  const value = typeof object === 'object' && object !== null ? (object as Json)[field] : undefined;
  return Array.isArray(value)
    ? value.filter((item): item is Json => typeof item === 'object' && item !== null)
    : [];
}
