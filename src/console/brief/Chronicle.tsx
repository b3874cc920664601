import type { Overview } from '../../report';

/** The story of the run, as it stands in mission-chronicle.md. */
export function Chronicle({ chronicle }: { chronicle: Overview['chronicle'] }) {
  return (
    <section className="brief-chronicle" aria-label="Chronicle">
      {chronicle.map(({ heading, paragraphs }) => (
        <div key={heading}>
          <h3>{heading}</h3>
          <div>
            {paragraphs.map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
              <p key={i}>{withCode(text)}</p>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

/** Text between backticks is the name of a field; all else is only ever text. */
function withCode(text: string) {
  const parts = text.split('`');
  if (parts.length < 3 || parts.length % 2 === 0) return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
  return parts.map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>));
}
