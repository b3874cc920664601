import type { ReactNode } from 'react';
import { href } from '../url';

/** A screen that has nothing to show yet: says why, and what to do next. */
export function Standing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <main className="home standing" id="main" tabIndex={-1}>
      <section className="empty" role="status">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  );
}

export function ToMissions({ words = 'Choose a mission' }: { words?: string }) {
  return (
    <a className="btn primary" href={href({ screen: 'missions' })}>
      {words}
    </a>
  );
}
