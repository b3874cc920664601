import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { OwnerCommand } from '../../plan';
import type { EntityRef } from '../../report';
import type { Session } from '../../runner';
import { Dialog } from '../shell/Dialog';
import { useDeck } from '../stores/deck';
import { type Subject, wordsOf } from '../stores/subject';
import { Fields } from './Fields';
import { commandOf, type Draft, draftOf, emptyDraft, FORMS, formOf, GROUPS } from './forms';
import { type Given, Receipt } from './Receipt';
import { usePreview } from './usePreview';

interface DeckProps {
  subject: Subject;
  session: Session;
  onOpen: (ref: EntityRef) => void;
}

/** One lever at a time: choose it, fill it in, read what it will do, give it, read the receipt. */
export function Deck({ subject, session, onOpen }: DeckProps) {
  const { offered, lever, asked } = useDeck();
  const [draft, setDraft] = useState<Draft>(() =>
    offered === null ? emptyDraft(lever ?? 'shard.pause') : draftOf(offered),
  );
  const [given, setGiven] = useState<Given | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const shown = useRef<HTMLInputElement>(null);
  const tick = useStore(subject.live, (s) => s.frame?.tick ?? 0);

  useEffect(() => {
    if (offered !== null) setDraft(draftOf(offered));
    else if (lever !== null) setDraft(emptyDraft(lever));
    // Whoever asked for the deck wants to use it: the keyboard goes there too.
    if (asked > 0) shown.current?.focus({ preventScroll: true });
  }, [offered, lever, asked]);

  const form = formOf(draft.type);
  const result = commandOf(draft);
  const command = 'command' in result ? result.command : null;
  const preview = usePreview(session, command, tick);

  async function give(what: OwnerCommand): Promise<void> {
    setConfirming(false);
    setRefusal(null);
    try {
      const { tick: actsAt, sequence } = await session.give(what);
      setGiven({ title: form.title, tick: actsAt, sequence });
      useDeck.setState({ offered: null });
      setDraft(emptyDraft(draft.type));
      await subject.refresh();
    } catch (error) {
      setRefusal(wordsOf(error));
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (command === null || preview === null || preview.rejected !== null) return;
    if (preview.irreversible) setConfirming(true);
    else void give(command);
  }

  return (
    <form className="deck" onSubmit={submit} aria-label="Give a command">
      <h2>What should happen?</h2>
      <div className="deck-levers" role="radiogroup" aria-label="Command">
        {GROUPS.map((group) => (
          <fieldset key={group}>
            <legend>{group}</legend>
            {FORMS.filter((f) => f.group === group).map((f) => (
              <label key={f.type} className="deck-lever">
                <input
                  ref={f.type === draft.type ? shown : undefined}
                  type="radio"
                  name="lever"
                  checked={f.type === draft.type}
                  onChange={() =>
                    setDraft({ ...emptyDraft(f.type), values: { mode: 'drain', ...draft.values } })
                  }
                />
                {f.title}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div className="deck-form">
        <p className="lead">{form.explains}</p>
        <Fields subject={subject} form={form} draft={draft} onChange={setDraft} onOpen={onOpen} />
        <output className={`deck-preview ${preview?.rejected == null ? '' : 'tone-warn'}`}>
          {'missing' in result ? (
            result.missing
          ) : preview === null ? (
            'Working out what it would do.'
          ) : (
            <>
              {preview.words}
              {preview.rejected !== null && <strong>It would be rejected: {preview.rejected}</strong>}
            </>
          )}
        </output>
        {refusal !== null && (
          <p className="deck-refusal" role="alert">
            The command was not taken: {refusal}
          </p>
        )}
        <div className="deck-actions">
          <button
            type="submit"
            className={`btn primary ${preview?.irreversible ? 'danger' : ''}`}
            disabled={command === null || preview === null || preview.rejected !== null}
          >
            {form.title}
            {preview?.irreversible ? '…' : ''}
          </button>
          <span className="hint">It acts at the next tick.</span>
        </div>
        {given !== null && <Receipt subject={subject} given={given} />}
      </div>
      {confirming && command !== null && (
        <Dialog title={`${form.title}?`} onClose={() => setConfirming(false)}>
          <p>{preview?.words}</p>
          <p className="lead">This cannot be undone.</p>
          <div className="dialog-actions">
            <button type="button" className="btn" onClick={() => setConfirming(false)}>
              Keep things as they are
            </button>
            <button type="button" className="btn primary danger" onClick={() => void give(command)}>
              {form.title}
            </button>
          </div>
        </Dialog>
      )}
    </form>
  );
}
