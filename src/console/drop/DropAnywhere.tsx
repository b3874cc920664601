import { useEffect, useState } from 'react';
import { Icon } from '../shell/Icon';
import { readSources } from '../stores/drop';
import { sourcesOf } from './collect';
import { Reading } from './Reading';
import './drop.css';

/** Makes the whole page a place to drop on, whatever screen is shown. */
export function DropAnywhere() {
  const over = useDropTarget();
  return (
    <>
      {over && (
        <div className="drop-veil" aria-hidden="true">
          <div>
            <Icon name="upload" size={40} />
            <strong>Let go to read it</strong>
            <span>
              A report folder, a zip, or a mission. Nothing you drop is changed, and nothing starts by itself.
            </span>
          </div>
        </div>
      )}
      <Reading />
    </>
  );
}

function useDropTarget(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child fires before leaving its parent: only the depth tells when the page is left.
    let depth = 0;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth++;
      setOver(true);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const move = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!holdsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      void readSources(sourcesOf(event.dataTransfer.items));
    };
    addEventListener('dragenter', enter);
    addEventListener('dragleave', leave);
    addEventListener('dragover', move);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('dragover', move);
      removeEventListener('drop', drop);
    };
  }, []);
  return over;
}
