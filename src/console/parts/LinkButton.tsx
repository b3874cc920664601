import type { ReactNode } from 'react';
import './parts.css';

interface LinkButtonProps {
  children: ReactNode;
  onClick(): void;
}

/** A button that reads as a link: it opens something beside, or goes to another tab. */
export function LinkButton({ children, onClick }: LinkButtonProps) {
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {children}
    </button>
  );
}
