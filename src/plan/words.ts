/** 1400 as `1,400`; the same on every machine, which a locale would not be. Takes whole numbers and bigints. */
export function thousands(value: number | bigint): string {
  const text = typeof value === 'number' && !Number.isInteger(value) ? '' : value.toString();
  // A fraction or an exponent has no thousands to part.
  if (!/^-?\d+$/.test(text)) return String(value);
  return text.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 job`, `1,400 jobs`; `many` where the plural is not just an s. */
export function counted(count: number | bigint, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 || count === 1n ? one : many}`;
}

/** A name from a file as it may stand in a sentence: in backticks, on one line, at most 60 characters. */
export function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being replaced
  return `\`${shown.replace(/[\u0000-\u001f\u007f`]/g, ' ')}\``;
}

/** `a`, `a and b`, `a, b and c`; past `most` items the rest is counted. */
export function listed(items: readonly string[], most = 6): string {
  const shown =
    items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}

/** The candidate a person most likely meant by `word`, or null when none is near. */
export function closest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 64) return null;
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    // A word that shares no letter with the candidate is no slip of the pen.
    if (distance < bestDistance && distance < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Letters to insert, drop or replace to get from `a` to `b` (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replace, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
