import type { EntityRef, Tab } from '../../report';

/**
 * Everything that can be shared about what is on the screen, as one versioned text behind the `#`:
 *   #/1/missions   #/1/guide   #/1/reports   #/1/run
 *   #/1/run/<id>/<tab>?state=failed&_open=job:earth-0001
 *   #/1/report/<id>/<tab>?...
 * Keys with a leading underscore are the console's own; all others are filters of the tab.
 */
export type UrlState =
  | { screen: 'missions' | 'reports' | 'guide' | 'run' }
  | {
      screen: 'subject';
      kind: 'run' | 'report';
      id: string;
      tab: Tab;
      filters: Filters;
      open: EntityRef | null;
    };
export type SubjectUrl = Extract<UrlState, { screen: 'subject' }>;
export type Filters = Readonly<Record<string, string>>;

export const URL_VERSION = 1;
export const HOME: UrlState = { screen: 'missions' };
/** Kept here, not imported: a first load should not carry the report room for eight words. */
export const TAB_ORDER = [
  'brief',
  'atlas',
  'fleet',
  'jobs',
  'ledger',
  'events',
  'commands',
  'proof',
] as const satisfies readonly Tab[];
const ENTITY_KINDS = ['job', 'node', 'shard', 'event'] as const satisfies readonly EntityRef['kind'][];
const isTab = (text: string): text is Tab => (TAB_ORDER as readonly string[]).includes(text);
const isEntityKind = (text: string): text is EntityRef['kind'] =>
  (ENTITY_KINDS as readonly string[]).includes(text);

/** The text behind the `#` for a state; `readUrl(writeUrl(s))` is `s`. */
export function writeUrl(state: UrlState): string {
  if (state.screen !== 'subject') return `#/${URL_VERSION}/${state.screen}`;
  const query = new URLSearchParams();
  for (const key of Object.keys(state.filters).sort())
    query.set(escapeKey(key), state.filters[key] as string);
  if (state.open !== null) query.set('_open', `${state.open.kind}:${state.open.id}`);
  const text = query.toString();
  return `#/${URL_VERSION}/${state.kind}/${encodeURIComponent(state.id)}/${state.tab}${text === '' ? '' : `?${text}`}`;
}

/** The state a hash stands for. What cannot be read falls back to the nearest thing that can: never an error. */
export function readUrl(hash: string): UrlState {
  const [path = '', queryText = ''] = split(hash.replace(/^#\/?/, ''), '?');
  const [version, screen, rawId, tab] = path.split('/');
  if (version !== String(URL_VERSION)) return HOME;
  if (screen === 'reports' || screen === 'guide' || screen === 'missions') return { screen };
  if (screen !== 'run' && screen !== 'report') return HOME;
  const id = decode(rawId ?? '');
  if (id === '') return screen === 'run' ? { screen: 'run' } : { screen: 'reports' };
  const query = new URLSearchParams(queryText);
  const filters = Object.fromEntries(
    [...query].filter(([key]) => !isOwnKey(key)).map(([key, value]) => [unescapeKey(key), value]),
  );
  return {
    screen: 'subject',
    kind: screen,
    id,
    tab: tab !== undefined && isTab(tab) ? tab : 'brief',
    filters,
    open: readEntity(query.get('_open')),
  };
}

function readEntity(text: string | null): EntityRef | null {
  const [kind, id] = split(text ?? '', ':');
  return kind !== undefined && id !== undefined && id !== '' && isEntityKind(kind) ? { kind, id } : null;
}

// A filter whose own name begins with an underscore is written with two.
const escapeKey = (key: string): string => (key.startsWith('_') ? `_${key}` : key);
const isOwnKey = (key: string): boolean => key.startsWith('_') && !key.startsWith('__');
const unescapeKey = (key: string): string => (key.startsWith('__') ? key.slice(1) : key);

/** Splits at the first separator only. */
function split(text: string, separator: string): [string] | [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
