import { create } from 'zustand';
import type { Tab } from '../../report';
import { type Filters, HOME, readUrl, type SubjectUrl, type UrlState, writeUrl } from './state';

interface Route {
  url: UrlState;
  /** The filters each tab had when it was last left, so that coming back finds them. */
  leftFilters: Partial<Record<string, Filters>>;
}

/** What the address bar says; the one place that reads and writes it. */
export const useRoute = create<Route>(() => ({ url: HOME, leftFilters: {} }));

/** Reads the address bar now and from now on. Call once at the start. */
export function followAddressBar(): void {
  const read = () => useRoute.setState({ url: readUrl(location.hash) });
  addEventListener('hashchange', read);
  read();
}

/** Goes to a state; `replace` for what should not be a step in the browser's history (typing in a filter). */
export function go(url: UrlState, how: 'push' | 'replace' = 'push'): void {
  const hash = writeUrl(url);
  if (hash !== location.hash) {
    if (how === 'push') history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  }
  useRoute.setState({ url: readUrl(hash) });
}

/** Another tab of the same run, with the filters it was left with. */
export function goToTab(from: SubjectUrl, tab: Tab, filters?: Filters): void {
  const key = (t: Tab) => `${from.kind}/${from.id}/${t}`;
  const { leftFilters } = useRoute.getState();
  useRoute.setState({ leftFilters: { ...leftFilters, [key(from.tab)]: from.filters } });
  go({ ...from, tab, filters: filters ?? leftFilters[key(tab)] ?? {}, open: null });
}

/** A link's address for a state, for `href`. */
export const href = writeUrl;
