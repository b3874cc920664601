import type { Page, RunView } from '../../report';
import type { Option } from './options';
import type { Suggest, Suggestion } from './Picker';

const MOST_SHOWN = 8;

/** Jobs of a run by a part of their id; those that a lever can still move come first. */
export function suggestJobs(view: RunView): Suggest {
  return async (text) => {
    const typed: Record<string, string> = text === '' ? {} : { id: text };
    const ask = async (filter: Record<string, string>) =>
      suggestionsOf(await view.page({ table: 'jobs', offset: 0, limit: MOST_SHOWN, filter }));
    const [running, queued, any] = await Promise.all([
      ask({ ...typed, state: 'running' }),
      ask({ ...typed, state: 'queued' }),
      ask(typed),
    ]);
    const forQueued = Math.min(queued.length, MOST_SHOWN / 2);
    const lively = [...running.slice(0, MOST_SHOWN - forQueued), ...queued];
    const known = new Set(lively.map((job) => job.id));
    return [...lively, ...any.filter((job) => !known.has(job.id))].slice(0, MOST_SHOWN);
  };
}

function suggestionsOf(page: Page): Suggestion[] {
  const column = (name: string) => page.columns.findIndex((c) => c.id === name);
  const [id, state, shard] = [column('id'), column('state'), column('shard')];
  return page.rows.map((row) => ({
    id: String(row[id]),
    words: [row[state], row[shard]].filter((cell) => cell != null && cell !== '').join(', '),
  }));
}

/** The same for a list that is here already. */
export function suggestFrom(options: readonly Option[]): Suggest {
  return async (text) => {
    const wanted = text.toLowerCase();
    return options.filter((o) => o.words.toLowerCase().includes(wanted)).slice(0, MOST_SHOWN);
  };
}
