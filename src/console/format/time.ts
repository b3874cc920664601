import { counted } from './numbers';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds as the two largest units that matter: "850 ms", "3 min 34 s", "2 h 5 min", "77 days 3 h". */
export function duration(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / SECOND);
  if (seconds < 60)
    return ms < 10 * SECOND && ms % SECOND !== 0 ? `${(ms / SECOND).toFixed(1)} s` : `${seconds} s`;
  const rounded = seconds * SECOND;
  if (rounded < HOUR) return two(rounded, MINUTE, 'min', SECOND, 's');
  if (rounded < DAY) return two(rounded, HOUR, 'h', MINUTE, 'min');
  const days = Math.floor(rounded / DAY);
  const hours = Math.floor((rounded % DAY) / HOUR);
  return hours === 0 ? counted(days, 'day') : `${counted(days, 'day')} ${hours} h`;
}

function two(ms: number, big: number, bigMark: string, small: number, smallMark: string): string {
  const rest = Math.floor((ms % big) / small);
  const first = `${Math.floor(ms / big)} ${bigMark}`;
  return rest === 0 ? first : `${first} ${rest} ${smallMark}`;
}

/** "1 tick", "214 ticks". */
export const ticks = (n: number): string => counted(n, 'tick');

/** What so many ticks are in mission time. */
export const missionTime = (n: number, tickMs: number): string => duration(n * tickMs);
