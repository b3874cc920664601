import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Everything a page of Orrery may do; whatever is not named here is forbidden, every connection first of all. */
const ALWAYS = {
  'default-src': "'none'",
  'connect-src': "'none'",
  // Blob workers only: they inherit this policy, while a worker loaded by URL would go by its own.
  'worker-src': 'blob:',
  'base-uri': "'none'",
  'form-action': "'none'",
};

/**
 * The content policy of one page.
 * @param inlineScripts texts of the page's inline scripts, each allowed by its SHA-256
 * @param files whether the page loads files that lie beside it; false for the page that is one file
 */
export function contentPolicy(inlineScripts: string[], files: boolean): string {
  const self = files ? ["'self'"] : [];
  const hashes = inlineScripts.map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  const directives = {
    ...ALWAYS,
    'script-src': [...self, ...hashes].join(' '),
    // mermaid and charts write style elements and attributes of their own; a style cannot connect anywhere here.
    'style-src': [...self, "'unsafe-inline'"].join(' '),
    'img-src': [...self, 'data:', 'blob:'].join(' '),
    ...(files ? { 'manifest-src': "'self'" } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** Texts of the inline scripts of a page, as a browser hashes them; data blocks are not scripts. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes]) => !/\bsrc=|type="application\/json"/.test(attributes ?? ''))
    .map(([, , text]) => text ?? '');
}

const PLACE = /<!-- The build puts the content policy here[^>]*-->/;

/** Writes the policy into every page of the build. Must stand after the plugins that change pages. */
export function contentPolicyPlugin(options: { files: boolean }): Plugin {
  return {
    name: 'orrery:content-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.html')) continue;
          const html = String(asset.source);
          if (!PLACE.test(html)) this.error(`${asset.fileName} has no place for the content policy.`);
          const policy = contentPolicy(inlineScripts(html), options.files);
          // A function, because a policy or a page may hold "$&".
          asset.source = html.replace(
            PLACE,
            () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
          );
        }
      },
    },
  };
}
