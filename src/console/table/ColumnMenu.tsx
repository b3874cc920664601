import { useEffect, useRef } from 'react';
import { reportColumn } from './columns';
import type { RunTable } from './useDataTable';

/** Which columns are shown. The first always is: it names the row; so is what is filtered or sorted by. */
export function ColumnMenu({ table }: { table: RunTable }) {
  const all = table.getAllLeafColumns();
  const shown = table.getVisibleLeafColumns();
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
        {shown.length < all.length && (
          <small>
            {shown.length} of {all.length}
          </small>
        )}
      </summary>
      <div>
        {all
          .filter((column) => column.getCanHide())
          .map((column) => (
            <label key={column.id}>
              <input
                type="checkbox"
                checked={column.getIsVisible()}
                disabled={column.getIsSorted() !== false || column.getIsFiltered()}
                onChange={column.getToggleVisibilityHandler()}
              />
              {reportColumn(column).label}
            </label>
          ))}
      </div>
    </details>
  );
}
