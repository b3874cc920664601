import { mission, plan } from '../../../plan';
import { EVENT_NAMES, type EventKind } from '../events';
import type { ReferenceEvent, ReferenceJob } from './reference';
import eventRows from './twelve-jobs.events.json';
import jobRows from './twelve-jobs.jobs.json';
import file from './twelve-jobs.json';

const { commands, ...withoutCommands } = mission.parse(file);

/** The mission worked out by hand in docs/twelve-jobs.md, and what must come of it, derived there and by no program. */
export const twelveJobs = {
  plan: plan.parse(withoutCommands),
  commands,
  events: eventRows.map((row): ReferenceEvent => {
    const [tick, name, a, b, value] = row as [number, string, number, number, number];
    return { tick, kind: kindOf(name), a, b, value };
  }),
  jobs: jobRows.map((row): ReferenceJob => {
    const [id, state, shard, attempts, hops, firstStartTick, endTick, waits] = row;
    return { id, state, shard, attempts, hops, firstStartTick, endTick, waits } as ReferenceJob;
  }),
};

function kindOf(name: string): EventKind {
  const entry = Object.entries(EVENT_NAMES).find(([, text]) => text === name);
  if (!entry) throw new Error(`no event is called "${name}"`);
  return Number(entry[0]) as EventKind;
}
