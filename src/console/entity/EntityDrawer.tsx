import { useLayoutEffect, useRef } from 'react';
import type { OwnerCommand } from '../../plan';
import type { Entity, EntityRef, Frame, RunDescription, RunView } from '../../report';
import { beatOf, shardColour, useAnswer, useSlowFrame } from '../answer';
import { LinkButton } from '../parts';
import './entity.css';
import { History } from './History';

export interface EntityDrawerProps {
  view: RunView;
  description: RunDescription;
  entity: EntityRef;
  frame: Frame | null;
  onClose(): void;
  onOpen(ref: EntityRef): void;
  onCommand(command: OwnerCommand): void;
}

/** Everything about one job, node or shard, beside what one was looking at. */
export function EntityDrawer(props: EntityDrawerProps) {
  const { view, description, entity, onClose, onOpen } = props;
  const panel = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const slow = useSlowFrame(props.frame);
  const { answer, problem } = useAnswer(
    () => view.entity(entity),
    `${entity.kind}:${entity.id}`,
    beatOf(slow),
  );
  // Until the new one is answered the old one stays; its words must not stand under the new name.
  const known =
    answer !== null && answer.ref.kind === entity.kind && answer.ref.id === entity.id ? answer : null;

  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null || element.open) return;
    const before = document.activeElement;
    // A modal dialog keeps the focus inside; the dialog is gone before it could give it back, so we do.
    element.showModal();
    title.current?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  const shard = entity.kind === 'shard' ? description.shards.findIndex((s) => s.id === entity.id) : -1;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key, the click is on what lies beside
    <dialog
      ref={panel}
      className="entity"
      aria-labelledby="entity-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="entity-sheet">
        <header>
          <div>
            <p className="entity-kind">{entity.kind}</p>
            <h2 id="entity-title" ref={title} tabIndex={-1}>
              {shard >= 0 && <i className="dot" style={{ background: shardColour(shard) }} />}
              {known?.title ?? entity.id}
            </h2>
            <p className="entity-subtitle">{known?.subtitle ?? ' '}</p>
          </div>
          <button type="button" className="btn icon" aria-label="Close" onClick={onClose}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path
                d="M4 4l8 8m0-8l-8 8"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.6"
                strokeLinecap="round"
              />
            </svg>
          </button>
        </header>
        <div className="entity-body">
          {known !== null ? (
            <Facts known={known} onOpen={onOpen} onCommand={props.onCommand} tickMs={description.tickMs} />
          ) : (
            <p className="hint">{absent(entity, answer === null && problem === null, problem)}</p>
          )}
        </div>
      </div>
    </dialog>
  );
}

function absent(entity: EntityRef, loading: boolean, problem: string | null): string {
  if (problem !== null) return `The run did not answer: ${problem}`;
  return loading ? 'Looking it up.' : `There is no ${entity.kind} called "${entity.id}" here.`;
}

interface FactsProps {
  known: Entity;
  tickMs: number;
  onOpen(ref: EntityRef): void;
  onCommand(command: OwnerCommand): void;
}

function Facts({ known, tickMs, onOpen, onCommand }: FactsProps) {
  return (
    <>
      {known.levers.length > 0 && (
        <div className="entity-levers" role="toolbar" aria-label="Levers">
          {known.levers.map(({ words, command }) => (
            <button key={words} type="button" className="btn" onClick={() => onCommand(command)}>
              {words}
            </button>
          ))}
        </div>
      )}
      {known.groups.map(({ heading, facts }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <dl>
            {facts.map((fact, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat within a group
              <div key={i}>
                <dt>{fact.label}</dt>
                <dd
                  className={
                    fact.tone === undefined || fact.tone === 'neutral' ? undefined : `tone-${fact.tone}`
                  }
                >
                  {fact.link === undefined ? (
                    fact.value
                  ) : (
                    <LinkButton onClick={() => onOpen(fact.link as EntityRef)}>{fact.value}</LinkButton>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {known.history.length > 0 && <History history={known.history} tickMs={tickMs} />}
    </>
  );
}
