import { token } from '../charts';
import { drawable, MOST_CHARACTERS, MOST_EDGES } from './drawable';

export interface Drawing {
  /** A picture in a blob: whatever the text held, an image runs nothing and reaches nothing. */
  url: string;
  svg: string;
  width: number;
  height: number;
}

/**
 * Draws mermaid text in the colours of the theme in force. Blocks the page for some tenths of a second:
 * call it only when asked, never while a run moves. The caller revokes the url.
 */
export async function draw(text: string): Promise<Drawing> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    deterministicIds: true,
    deterministicIDSeed: 'orrery',
    htmlLabels: false,
    maxEdges: MOST_EDGES,
    maxTextSize: MOST_CHARACTERS,
    suppressErrorRendering: true,
    theme: 'base',
    fontFamily: token('--font'),
    themeVariables: colours(),
    flowchart: { htmlLabels: false, curve: 'basis', nodeSpacing: 36, rankSpacing: 56, wrappingWidth: 320 },
  });
  const { svg } = await mermaid.render('orrery-atlas', drawable(text));
  return asImage(svg);
}

function colours(): Record<string, string | boolean> {
  return {
    darkMode: document.documentElement.dataset.theme !== 'light',
    background: token('--bg'),
    fontSize: '14px',
    primaryColor: token('--panel2'),
    primaryTextColor: token('--ink'),
    primaryBorderColor: token('--ink3'),
    secondaryColor: token('--panel'),
    tertiaryColor: token('--panel'),
    lineColor: token('--ink3'),
    textColor: token('--ink2'),
    mainBkg: token('--panel2'),
    nodeBorder: token('--ink3'),
    nodeTextColor: token('--ink'),
    clusterBkg: token('--panel'),
    clusterBorder: token('--line'),
    titleColor: token('--ink2'),
    edgeLabelBackground: token('--bg'),
  };
}

/** An SVG text as an image with a size of its own: in an `img`, "100 %" would be of nothing. */
function asImage(svg: string): Drawing {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = parsed.documentElement;
  const box = (root.getAttribute('viewBox') ?? '0 0 800 600').split(/[\s,]+/).map(Number);
  const width = Math.ceil(box[2] ?? 800);
  const height = Math.ceil(box[3] ?? 600);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  const text = new XMLSerializer().serializeToString(root);
  return { url: URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' })), svg: text, width, height };
}
