import type { ReactNode } from 'react';
import './parts.css';

/** The heading of a part of a tab, with a few words on what stands below. */
export function SectionTitle({ children, note }: { children: ReactNode; note?: string }) {
  return (
    <h2 className="section-title">
      {children} {note !== undefined && <small>{note}</small>}
    </h2>
  );
}
