import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './Icon';
import './dialog.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  className?: string;
  /** Hides the title from eyes where the content makes it plain. */
  bare?: boolean;
}

/** A modal the browser itself keeps the focus in; Escape and a press outside close it. */
export function Dialog({ title, onClose, children, className = '', bare = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
      // Enter should do what the dialog is for, but never what cannot be undone.
      const answer =
        dialog.querySelector<HTMLElement>('.btn.primary:not(.danger)') ??
        dialog.querySelector<HTMLElement>('.dialog-actions .btn:not(.danger)');
      answer?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-inner">
        {!bare && (
          <div className="dialog-head">
            <h2>{title}</h2>
            <button type="button" className="btn icon quiet" aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}
