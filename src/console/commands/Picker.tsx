import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface Suggestion {
  id: string;
  words: string;
}
/** Looks for what matches `text`; at most a handful comes back. */
export type Suggest = (text: string) => Promise<Suggestion[]>;

const TYPING_MS = 120;

interface PickerProps {
  label: string;
  value: string;
  suggest: Suggest;
  onChange: (id: string) => void;
  /** What stands below the field once something was chosen. */
  children?: (chosen: Suggestion) => ReactNode;
}

/** One of very many, by its id: what is typed is looked for while it is typed. */
export function Picker({ label, value, suggest, onChange, children }: PickerProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const found = useSuggestions(suggest, value, open);
  const chosen = open ? undefined : found.find((one) => one.id === value);

  function choose(id: string): void {
    onChange(id);
    setOpen(false);
    setAt(-1);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const last = found.length - 1;
      setAt((i) => (event.key === 'ArrowDown' ? (i >= last ? 0 : i + 1) : i <= 0 ? last : i - 1));
    } else if (event.key === 'Enter' && open && found[at] !== undefined) {
      event.preventDefault();
      choose(found[at].id);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  }

  return (
    <div className="field deck-picker">
      <label htmlFor={`${listId}-input`}>{label}</label>
      <input
        id={`${listId}-input`}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={open && found.length > 0}
        aria-controls={listId}
        aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
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
        <div className="deck-suggestions" role="listbox" id={listId} aria-label={label}>
          {found.map((one, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that keeps the focus
            <div
              key={one.id}
              id={`${listId}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              // Before the field loses the focus and the list closes.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(one.id)}
            >
              <code>{one.id}</code>
              <span className="hint">{one.words}</span>
            </div>
          ))}
        </div>
      )}
      {chosen !== undefined && <span className="hint">{children?.(chosen) ?? chosen.words}</span>}
    </div>
  );
}

function useSuggestions(suggest: Suggest, text: string, open: boolean): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([]);
  const latest = useRef(suggest);
  latest.current = suggest;
  useEffect(() => {
    if (!open && text === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      latest.current(text.trim()).then(
        (next) => !gone && setFound(next),
        () => !gone && setFound([]),
      );
    }, TYPING_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, open]);
  return found;
}
