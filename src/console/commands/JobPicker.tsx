import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { EntityRef, Page, RunView } from '../../report';
import type { Subject } from '../stores/subject';

interface Suggestion {
  id: string;
  words: string;
}
const MOST_SHOWN = 8;
const TYPING_MS = 120;

interface JobPickerProps {
  subject: Subject;
  value: string;
  onChange: (id: string) => void;
  onOpen: (ref: EntityRef) => void;
}

/** A job by its id, with the jobs of this very run that match what is typed. */
export function JobPicker({ subject, value, onChange, onOpen }: JobPickerProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const found = useSuggestions(subject.view, value, open);

  function choose(id: string): void {
    onChange(id);
    setOpen(false);
    setAt(-1);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setAt((i) =>
        found.length === 0 ? -1 : (i + by + found.length + (i < 0 && by < 0 ? 1 : 0)) % found.length,
      );
    } else if (event.key === 'Enter' && open && found[at] !== undefined) {
      event.preventDefault();
      choose(found[at].id);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  }

  return (
    <div className="field deck-job">
      <label htmlFor={`${listId}-input`}>Job</label>
      <input
        id={`${listId}-input`}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={open && found.length > 0}
        aria-controls={listId}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        placeholder="type a part of its id"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {open && found.length > 0 && (
        <div className="deck-suggestions" role="listbox" id={listId} aria-label="Jobs">
          {found.map((job, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that keeps the focus
            <div
              key={job.id}
              id={`${listId}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              // Before the field loses the focus and the list closes.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(job.id)}
            >
              <code>{job.id}</code>
              <span className="hint">{job.words}</span>
            </div>
          ))}
        </div>
      )}
      {value !== '' && found.some((job) => job.id === value) && !open && (
        <span className="hint">
          {found.find((job) => job.id === value)?.words}{' '}
          <button type="button" className="deck-look" onClick={() => onOpen({ kind: 'job', id: value })}>
            Look at it
          </button>
        </span>
      )}
    </div>
  );
}

function useSuggestions(view: RunView, text: string, open: boolean): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([]);
  useEffect(() => {
    if (!open && text === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      askJobs(view, text).then(
        (jobs) => !gone && setFound(jobs),
        () => !gone && setFound([]),
      );
    }, TYPING_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [view, text, open]);
  return found;
}

/** Jobs that a lever can still move come first; then any other that matches. */
async function askJobs(view: RunView, text: string): Promise<Suggestion[]> {
  const typed: Record<string, string> = text.trim() === '' ? {} : { id: text.trim() };
  const ask = async (filter: Record<string, string>) =>
    suggestionsOf(await view.page({ table: 'jobs', offset: 0, limit: MOST_SHOWN, filter }));
  const half = MOST_SHOWN / 2;
  const [running, queued, any] = await Promise.all([
    ask({ ...typed, state: 'running' }),
    ask({ ...typed, state: 'queued' }),
    ask(typed),
  ]);
  const lively = [...running.slice(0, Math.max(half, MOST_SHOWN - queued.length)), ...queued];
  const known = new Set(lively.map((job) => job.id));
  return [...lively, ...any.filter((job) => !known.has(job.id))].slice(0, MOST_SHOWN);
}

function suggestionsOf(page: Page): Suggestion[] {
  const column = (name: string) => page.columns.findIndex((c) => c.id === name);
  const [id, state, shard] = [column('id'), column('state'), column('shard')];
  return page.rows.map((row) => ({
    id: String(row[id]),
    words: [row[state], row[shard]].filter((cell) => cell != null && cell !== '').join(', '),
  }));
}
