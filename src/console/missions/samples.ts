import type { Plan, ScheduledCommand } from '../../plan';
import type { Estimate } from '../../runner';
import { library } from '../stores/library';

export interface Sample {
  file: string;
  plan: Plan;
  commands: ScheduledCommand[];
}

// The files themselves, as text: what ships is what a steward may read, edit and drop back.
const FILES = import.meta.glob<string>('../../../sample-missions/*.json', {
  query: '?raw',
  import: 'default',
});

let loaded: Promise<Sample[]> | null = null;

/** The missions that ship with the page, largest first. Rejects when one of them does not parse. */
export function samples(): Promise<Sample[]> {
  loaded ??= Promise.all(Object.entries(FILES).map(([path, text]) => read(path, text))).then((all) =>
    all.sort((a, b) => jobsOf(b.plan) - jobsOf(a.plan) || (a.file < b.file ? -1 : 1)),
  );
  return loaded;
}

async function read(path: string, load: () => Promise<string>): Promise<Sample> {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const [{ parseMission, problemLine }, text] = await Promise.all([import('../../plan'), load()]);
  const { mission, problems } = parseMission(text, file);
  if (mission === null) throw new Error(problems.map(problemLine).join('\n'));
  return { file, ...mission };
}

const estimates = new Map<Plan, Promise<Estimate>>();
/** What a plan will take; worked out once, although the screen may be left and entered again. */
export function estimateOf(plan: Plan): Promise<Estimate> {
  const known = estimates.get(plan) ?? library().then((shelf) => shelf.estimate(plan));
  estimates.set(plan, known);
  return known;
}

function jobsOf({ fabric }: Plan): number {
  return fabric.workload.jobs.length + fabric.workload.entries.reduce((sum, entry) => sum + entry.count, 0);
}
