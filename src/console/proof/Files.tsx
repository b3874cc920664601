import { useState } from 'react';
import type { Proof } from '../../report';
import { bytes, whole } from '../format';

type File = Proof['files'][number];
const STATES: Record<File['state'], { words: string; tone: string }> = {
  matches: { words: 'Matches', tone: 'good' },
  altered: { words: 'Altered', tone: 'bad' },
  missing: { words: 'Missing', tone: 'bad' },
  unlisted: { words: 'Unlisted', tone: 'warn' },
  'not covered': { words: 'Not covered', tone: 'plain' },
};
const FIRST_SHOWN = 50;

/** Every file of the report against its checksum; what is wrong comes first. */
export function Files({ files }: { files: File[] }) {
  const [all, setAll] = useState(false);
  const order = ['altered', 'missing', 'unlisted', 'matches', 'not covered'];
  const ordered = [...files].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.path < b.path ? -1 : 1),
  );
  const shown = all ? ordered : ordered.slice(0, FIRST_SHOWN);
  return (
    <section className="proof-files">
      <h3>Files</h3>
      <div className="proof-scroll">
        <table>
          <thead>
            <tr>
              <th>File</th>
              <th className="num">Size</th>
              <th>Checksum</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((file) => (
              <tr key={file.path} className={`tone-${STATES[file.state].tone}`}>
                <td>
                  <code>{file.path}</code>
                </td>
                <td className="num">{file.state === 'missing' ? '' : bytes(file.bytes)}</td>
                <td>
                  <span className="proof-state">{STATES[file.state].words}</span>
                  {file.note !== '' && <span className="hint"> {file.note}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < ordered.length && (
        <button type="button" className="btn" onClick={() => setAll(true)}>
          Show all {whole(ordered.length)} files
        </button>
      )}
    </section>
  );
}
