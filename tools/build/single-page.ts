import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/**
 * Folds the whole build into one page that opens by double-click: on file:// an inline module script runs,
 * one from a file does not.
 */
export function singlePagePlugin(fileName: string): Plugin {
  return {
    name: 'orrery:single-page',
    apply: 'build',
    enforce: 'post',
    config: () => ({
      build: {
        assetsInlineLimit: () => true,
        cssCodeSplit: false,
        modulePreload: false,
        copyPublicDir: false,
        emptyOutDir: false,
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return this.error('The build made no page.');
        let html = String(page.source)
          .replace(/\s*<link rel="manifest"[^>]*>/, '')
          .replace(/href="[^"]*icon\.svg"/, () => `href="${iconAsData()}"`);
        for (const file of Object.values(bundle)) {
          if (file === page) continue;
          html = fold(html, file) ?? this.error(`${file.fileName} has no place in the page.`);
          delete bundle[file.fileName];
        }
        if (
          /<(script|link)\b[^>]*\b(src|href)="(?!data:)/.test(
            html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, openTag),
          )
        )
          this.error('The page still asks for a file.');
        delete bundle['index.html'];
        this.emitFile({ type: 'asset', fileName, source: html });
      },
    },
  };
}

function fold(html: string, file: Rolldown.OutputAsset | Rolldown.OutputChunk): string | null {
  const name = file.fileName.replaceAll('.', '\\.');
  if (file.type === 'chunk') {
    const tag = new RegExp(`\\s*<script type="module"[^>]* src="[^"]*${name}"></script>`);
    if (!tag.test(html)) return null;
    const code = file.code.replaceAll('__VITE_PRELOAD__', 'void 0').replace(/<(\/script|!--)/gi, '\\x3C$1');
    // At the end of the body, for a module script that is not inline would have been deferred as well.
    return html
      .replace(tag, '')
      .replace('</body>', () => `  <script type="module">${code.trim()}</script>\n  </body>`);
  }
  const tag = new RegExp(`<link rel="stylesheet"[^>]* href="[^"]*${name}"[^>]*>`);
  return tag.test(html) ? html.replace(tag, () => `<style>${String(file.source).trim()}</style>`) : null;
}

const openTag = (script: string): string => script.slice(0, script.indexOf('>') + 1);

function iconAsData(): string {
  const svg = readFileSync(resolve(import.meta.dirname, '../../public/icon.svg'), 'utf8');
  return `data:image/svg+xml,${encodeURIComponent(svg.replace(/\s+/g, ' '))}`;
}
