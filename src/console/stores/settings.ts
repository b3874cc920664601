import { create } from 'zustand';
import type { Pace } from '../../runner';

export type ThemeChoice = 'system' | 'dark' | 'light';

interface Settings {
  theme: ThemeChoice;
  /** How Continue and Play move a run. */
  pace: Pace;
  /** What the time bar draws. */
  timeSeries: 'queued' | 'throughput';
}

const KEY = 'orrery.settings/1';
const DEFAULTS: Settings = {
  theme: 'system',
  pace: { kind: 'fly', ticksPerSecond: 10 },
  timeSeries: 'queued',
};

/** What a person prefers on this machine. Kept in localStorage where that is allowed; never part of a link. */
export const useSettings = create<Settings>(() => ({ ...DEFAULTS, ...stored() }));

useSettings.subscribe((settings) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A browser may refuse storage; preferences then last as long as the page.
  }
});

function stored(): Partial<Settings> {
  try {
    return checked(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

function checked(raw: Record<string, unknown>): Partial<Settings> {
  const settings: Partial<Settings> = {};
  if (raw.theme === 'system' || raw.theme === 'dark' || raw.theme === 'light') settings.theme = raw.theme;
  if (raw.timeSeries === 'queued' || raw.timeSeries === 'throughput') settings.timeSeries = raw.timeSeries;
  const pace = raw.pace as Pace | undefined;
  if (pace?.kind === 'rehearse') settings.pace = { kind: 'rehearse' };
  if (pace?.kind === 'fly' && [1, 10, 60].includes(pace.ticksPerSecond)) settings.pace = pace;
  return settings;
}
