import { useCallback, useEffect, useRef, useState } from 'react';
import type { Topology } from '../../report';
import { useThemeTurn } from '../charts';
import { SectionTitle } from '../parts';
import { type Drawing, draw } from './draw';
import { edgesIn, refusal } from './drawable';

type State =
  | { kind: 'none' }
  | { kind: 'drawing' }
  | { kind: 'drawn'; drawing: Drawing }
  | { kind: 'failed'; words: string };

/** The archival drawing: made when asked, as an image, in the colours of the theme. */
export function Mermaid({ topology, moving, name }: { topology: Topology; moving: boolean; name: string }) {
  const [state, setState] = useState<State>({ kind: 'none' });
  const [copied, setCopied] = useState('');
  const theme = useThemeTurn();
  const text = topology.mermaid;
  const why =
    text === '' ? 'This report holds no diagram.' : refusal(text, Math.max(topology.edges, edgesIn(text)));

  const shown = useRef<string | null>(null);
  const forget = useCallback(() => {
    if (shown.current !== null) URL.revokeObjectURL(shown.current);
    shown.current = null;
  }, []);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current++;
      forget();
    },
    [forget],
  );

  const start = useCallback(async () => {
    const mine = ++turn.current;
    setState((was) => (was.kind === 'drawn' ? was : { kind: 'drawing' }));
    // The words above must be on the screen before the page is busy.
    await new Promise((resolve) => setTimeout(resolve, 30));
    try {
      const drawing = await draw(text);
      if (mine !== turn.current) return URL.revokeObjectURL(drawing.url);
      forget();
      shown.current = drawing.url;
      setState({ kind: 'drawn', drawing });
    } catch (error) {
      if (mine === turn.current)
        setState({ kind: 'failed', words: error instanceof Error ? error.message : String(error) });
    }
  }, [text, forget]);

  // A drawing made for the dark does not stay when the light comes on.
  const drawnFor = useRef(theme);
  useEffect(() => {
    if (drawnFor.current === theme) return;
    drawnFor.current = theme;
    if (shown.current !== null && !moving) void start();
  }, [theme, moving, start]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('Copied.');
    } catch {
      setCopied('The browser does not let the page copy. Select the text below.');
    }
  };
  return (
    <section className="atlas-mermaid" aria-label="Diagram">
      <header className="atlas-head">
        <SectionTitle note="mermaid, the same text as in the report">Diagram</SectionTitle>
        {copied !== '' && (
          <span role="status" className="hint">
            {copied}
          </span>
        )}
        <button type="button" className="btn" onClick={() => void copy()} disabled={text === ''}>
          Copy text
        </button>
        {state.kind === 'drawn' && (
          <a className="btn" href={state.drawing.url} download={`${name}-topology.svg`}>
            Save SVG
          </a>
        )}
      </header>
      {state.kind === 'drawn' ? (
        <div className="atlas-paper">
          <img
            src={state.drawing.url}
            width={state.drawing.width}
            height={state.drawing.height}
            alt="Shards, their nodes, and the links between them; the same facts are in the table of links."
          />
        </div>
      ) : (
        <div className="atlas-ask">
          {why !== null ? (
            <p>{why}</p>
          ) : (
            <>
              <p>
                {state.kind === 'failed'
                  ? `Mermaid could not draw this: ${state.words}`
                  : moving
                    ? 'A drawing holds the page for a moment, so it waits until the run stands.'
                    : 'Drawing takes a moment, so it is made when you ask.'}
              </p>
              <button
                type="button"
                className="btn primary"
                disabled={moving || state.kind === 'drawing'}
                onClick={() => void start()}
              >
                {state.kind === 'drawing'
                  ? 'Drawing'
                  : state.kind === 'failed'
                    ? 'Try again'
                    : 'Draw the diagram'}
              </button>
            </>
          )}
        </div>
      )}
      {text !== '' && (
        <details className="atlas-text">
          <summary>Diagram text</summary>
          <pre>
            {text.length > 10_000
              ? `${text.slice(0, 10_000)}\n... (cut here; Copy text takes all of it)`
              : text}
          </pre>
        </details>
      )}
    </section>
  );
}
