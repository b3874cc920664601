import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Dialog } from '../shell/Dialog';
import { Icon } from '../shell/Icon';
import { showDialog } from '../stores/dialogs';
import { actionsHere } from './actions';
import { type Action, matching } from './matching';
import './palette.css';

const MOST_SHOWN = 60;

/** Type what you want, press Enter. */
export function Palette() {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const actions = useMemo(actionsHere, []);
  const found = useMemo(() => matching(actions, typed).slice(0, MOST_SHOWN), [actions, typed]);
  const list = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen row is what must come into sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function perform(action: Action | undefined): void {
    if (action === undefined) return;
    showDialog(null);
    action.act();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : found.length - 1;
      setAt((i) => (found.length === 0 ? 0 : (i + by) % found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      perform(found[at]);
    }
  }

  return (
    <Dialog title="Find anything" bare className="palette" onClose={() => showDialog(null)}>
      <div className="palette-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label="Find anything"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={found.length > 0 ? `palette-${at}` : undefined}
          placeholder="A screen, a shard, a node, a lever"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="palette-list" id="palette-list" role="listbox" aria-label="Actions" ref={list}>
        {found.map((action, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that keeps the focus
          <div
            key={`${action.group}/${action.words}`}
            id={`palette-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onPointerMove={() => setAt(i)}
            onClick={() => perform(action)}
          >
            <span>{action.words}</span>
            <span className="hint">{action.group}</span>
          </div>
        ))}
        {found.length === 0 && <p className="palette-none">Nothing here is called that.</p>}
      </div>
    </Dialog>
  );
}
