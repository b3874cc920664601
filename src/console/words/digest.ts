/** The first eight characters of a digest in two groups, as the header shows it. */
export function shortDigest(digest: string): string {
  const bare = digest.replace(/^sha256:/, '');
  return `${bare.slice(0, 4)} ${bare.slice(4, 8)}`;
}
