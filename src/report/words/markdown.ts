/**
 * Text as it may stand in a markdown paragraph: nothing in it starts markup, a link, a list or HTML, so a name from
 * a plan is only ever a name.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|!~&$]/g, (sign) => MARKUP[sign] ?? `\\${sign}`)
    .replace(/^([-+=]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@/g, '\\@');
}

/** HTML is escaped as entities, since a backslash does not stop every reader from seeing a tag. */
const MARKUP: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
