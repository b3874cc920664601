import { type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isScaled, ROW_HEIGHT, rowsShown, scrollTopFor, topAt, trackHeight } from './window';

/**
 * Scrolls a box over `rows` rows of which only those in sight are drawn. `headHeight` pixels of the box are
 * its header; another `resetKey` goes back to the first row. `top` is the row at the top, with its fraction.
 */
export function useWindow(rows: number, headHeight: number, resetKey: string) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [top, setTop] = useState(0);
  const ownMove = useRef<number | null>(null);
  const space = { rows, viewport: Math.max(0, size.height - headHeight) };

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const latest = useRef({ space, top });
  latest.current = { space, top };
  const moveTo = (next: number) => {
    const element = box.current;
    if (element === null) return;
    const { space } = latest.current;
    ownMove.current = next;
    element.scrollTop = scrollTopFor(space, next);
    setTop(Math.max(0, Math.min(next, topAt(space, trackHeight(space)))));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question goes back to the top
  useLayoutEffect(() => moveTo(0), [resetKey]);
  // Where one pixel of the scroll bar is many rows, the wheel moves by rows, not by pixels.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const wheel = (event: WheelEvent) => {
      const { space, top } = latest.current;
      if (!isScaled(space) || event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      const rowsMoved = event.deltaMode === 1 ? event.deltaY : event.deltaY / ROW_HEIGHT;
      moveTo(Math.max(0, top + rowsMoved));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  });
  const onScroll = (event: UIEvent<HTMLDivElement>) => {
    const at = event.currentTarget.scrollTop;
    // Our own move comes back rounded to the pixel: in a scaled table that would be another row.
    const own = ownMove.current;
    if (own !== null && Math.abs(scrollTopFor(space, own) - at) < 1.5) return;
    ownMove.current = null;
    setTop(topAt(space, at));
  };
  return { box, width: size.width, space, top, drawn: rowsShown(space, top), moveTo, onScroll };
}
