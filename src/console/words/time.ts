/** How long a computer will be busy, as a person would guess it: never more exact than the estimate is. */
export function roughly(ms: number): string {
  if (ms < 400) return 'well under a second';
  if (ms < 1500) return 'about a second';
  if (ms < 90_000) return `about ${Math.round(ms / 1000)} seconds`;
  if (ms < 5_400_000) return `about ${Math.round(ms / 60_000)} minutes`;
  return `about ${Math.round(ms / 3_600_000)} hours`;
}

/** "today 14:02", "yesterday 09:10", "12 Oct 2026"; local time of the machine. */
export function whenInWords(thenMs: number, nowMs: number): string {
  const then = new Date(thenMs);
  const now = new Date(nowMs);
  const clock = `${two(then.getHours())}:${two(then.getMinutes())}`;
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `yesterday ${clock}`;
  return `${then.getDate()} ${MONTHS[then.getMonth()]} ${then.getFullYear()}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');
const midnight = (d: Date): number => new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();
