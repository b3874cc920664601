import { useRef } from 'react';
import { readFiles } from '../stores/drop';
import { filesOfInput } from './collect';

/** The same as dropping, for hands that cannot drag. */
export function ChooseButtons() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  function chosen(input: HTMLInputElement): void {
    const list = filesOfInput(input.files ?? []);
    // The same file chosen again must count as a change again.
    input.value = '';
    if (list.length > 0) void readFiles(list);
  }
  return (
    <div className="drop-buttons">
      <button type="button" className="btn" onClick={() => files.current?.click()}>
        Choose files or a zip
      </button>
      <button type="button" className="btn" onClick={() => folder.current?.click()}>
        Choose a folder
      </button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-testid="choose-files"
        onChange={(event) => chosen(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        data-testid="choose-folder"
        onChange={(event) => chosen(event.currentTarget)}
        {...{ webkitdirectory: '' }}
      />
    </div>
  );
}
