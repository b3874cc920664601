/** 10000 -> "10,000". Console words are English, so the grouping does not follow the machine. */
export function grouped(n: number): string {
  return n.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** "1 job", "3 jobs". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** 4118 -> "4.1 k"; whole below a thousand. */
export function rounded(n: number): string {
  if (n < 1000) return grouped(Math.round(n));
  for (const [size, unit] of [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const) {
    // 999,950 would read "1000.0 k": let it fall into the next unit.
    if (n >= size * 0.99995) return `${(n / size).toFixed(n / size < 100 ? 1 : 0)} ${unit}`;
  }
  return grouped(Math.round(n));
}

/** 73,400,320 -> "70 MB" (1 MB = 1024 * 1024 bytes). */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** The first eight characters of a digest in two groups, as the header shows it. */
export function shortDigest(digest: string): string {
  const bare = digest.replace(/^sha256:/, '');
  return `${bare.slice(0, 4)} ${bare.slice(4, 8)}`;
}
