import { useEffect, useRef } from 'react';
import type { Column } from '../../report';

interface ColumnMenuProps {
  columns: Column[];
  hidden: ReadonlySet<string>;
  onHidden(next: ReadonlySet<string>): void;
}

/** Which columns are shown. The first always is: it names the row. */
export function ColumnMenu({ columns, hidden, onHidden }: ColumnMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const inside = event.target instanceof Node && menu.current?.contains(event.target);
      const pressed = event instanceof KeyboardEvent && event.key === 'Escape';
      if (menu.current?.open && (pressed || !(inside || event instanceof KeyboardEvent)))
        menu.current.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details className="column-menu" ref={menu}>
      <summary className="btn">
        Columns
        {hidden.size > 0 && (
          <small>
            {columns.length - hidden.size} of {columns.length}
          </small>
        )}
      </summary>
      <div>
        {columns.slice(1).map((column) => (
          <label key={column.id}>
            <input
              type="checkbox"
              checked={!hidden.has(column.id)}
              onChange={() => {
                const next = new Set(hidden);
                if (!next.delete(column.id)) next.add(column.id);
                onHidden(next);
              }}
            />
            {column.label}
          </label>
        ))}
      </div>
    </details>
  );
}
