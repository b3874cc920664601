/** Above this many edges mermaid takes seconds on the page's own thread; the table shows them instead. */
export const MOST_EDGES = 300;
/** Mermaid's own limit of text is lower than what a fabric of many nodes needs. */
export const MOST_CHARACTERS = 200_000;

/**
 * Diagram text from outside, without the lines that could steer mermaid itself: front matter, init
 * directives, click lines, links to scripts and styles. What remains is nodes, edges and their words.
 */
export function drawable(text: string): string {
  const bare = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .replace(/^\s*---\s*\n[\s\S]*?\n\s*---\s*(\n|$)/, '')
    .replace(/%%\{[\s\S]*?\}%%/g, '');
  return bare
    .split('\n')
    .filter((line) => !/^\s*(click|href|call|callback|link|links)\b/i.test(line))
    .filter((line) => !/%%\{/.test(line))
    .join('\n');
}

/** Edges in flowchart text, counted roughly and never too low: every arrow or line token is one. */
export const edgesIn = (text: string): number => (text.match(/[-=.~]{2,}[>ox]?/g) ?? []).length;

/** Why this text is not drawn, in words; null when it can be. */
export function refusal(text: string, edges: number): string | null {
  const found = Math.max(edges, 0);
  if (found > MOST_EDGES) {
    return `This atlas has ${found} edges. Above ${MOST_EDGES} a drawing is neither quick nor readable; the table has every link.`;
  }
  if (text.length > MOST_CHARACTERS) {
    return `The diagram text has ${text.length} characters, more than the ${MOST_CHARACTERS} that are drawn.`;
  }
  return null;
}
