import { useEffect, useRef, useState } from 'react';
import type { RunView } from '../../report';
import { percent, whole } from '../format';
import { CSV_ROWS, type CsvProgress, downloadCsv } from './csv';
import type { Question } from './pages';

type State =
  | { kind: 'idle'; words: string | null }
  | { kind: 'busy'; progress: CsvProgress; control: AbortController };

/** Takes what is filtered away as CSV, with a count and a cancel that works at once. */
export function CsvButton({ view, question, name }: { view: RunView; question: Question; name: string }) {
  const [state, setState] = useState<State>({ kind: 'idle', words: null });
  const latest = useRef(state);
  latest.current = state;
  useEffect(
    () => () => {
      if (latest.current.kind === 'busy') latest.current.control.abort();
    },
    [],
  );
  const start = async () => {
    const control = new AbortController();
    const busy = (progress: CsvProgress) => {
      if (!control.signal.aborted) setState({ kind: 'busy', progress, control });
    };
    busy({ done: 0, total: 1 });
    try {
      const { blob, rows, capped } = await downloadCsv((q) => view.page(q), question, busy, control.signal);
      save(blob, `${name}.csv`);
      const words = capped
        ? `The first ${whole(CSV_ROWS)} rows; all are in the report.`
        : `${whole(rows)} rows saved.`;
      setState({ kind: 'idle', words });
    } catch (error) {
      const cancelled = control.signal.aborted;
      setState({
        kind: 'idle',
        words: cancelled ? 'Cancelled.' : `Not saved: ${error instanceof Error ? error.message : error}`,
      });
    }
  };
  if (state.kind === 'busy') {
    const { done, total } = state.progress;
    return (
      <span className="csv">
        <span role="status">
          {whole(done)} rows, {percent(done / Math.max(1, total))}
        </span>
        <button
          type="button"
          className="btn"
          onClick={() => {
            state.control.abort();
            setState({ kind: 'idle', words: 'Cancelled.' });
          }}
        >
          Cancel
        </button>
      </span>
    );
  }
  return (
    <span className="csv">
      {state.words !== null && <span role="status">{state.words}</span>}
      <button type="button" className="btn" onClick={() => void start()}>
        Download CSV
      </button>
    </span>
  );
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
