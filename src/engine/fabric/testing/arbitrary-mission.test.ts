import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_NAMES, EventKind, FAILURE_REASONS, REJECTIONS, RUN_STATUSES, SPILL_CAUSES } from '../events';
import { arbitraryMission } from './arbitrary-mission';
import { type ReferenceEvent, runReference } from './reference';

const SAMPLES = 300;

/** In how many of the sampled runs each thing happened. */
function census(): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { plan, commands } of fc.sample(arbitraryMission, { seed: 1, numRuns: SAMPLES })) {
    const run = runReference(plan, commands);
    const things = new Set(run.events.flatMap(thingsIn));
    if (commands.some((command) => command.tick > run.lastTick)) things.add('pending command');
    for (const thing of things) seen.set(thing, (seen.get(thing) ?? 0) + 1);
  }
  return seen;
}

/** What an event shows, given those before it. */
function thingsIn({ kind, a, b, value }: ReferenceEvent, at: number, events: ReferenceEvent[]): string[] {
  const name = EVENT_NAMES[kind];
  switch (kind) {
    case EventKind.jobFailed:
      return [name, FAILURE_REASONS[value]];
    case EventKind.jobSpilled:
      return [name, SPILL_CAUSES[value]];
    case EventKind.ownerRejected:
      return [name, REJECTIONS[b]];
    case EventKind.runEnded:
      return [name, RUN_STATUSES[a]];
    case EventKind.jobCancelled:
    case EventKind.jobRerouted:
      return [name, `${name} while ${stateBefore(events.slice(0, at), a)}`];
    default:
      return [name];
  }
}

/** The state of a job just before the command that ends a list of events. */
function stateBefore(events: ReferenceEvent[], job: number): string {
  const start = events.findLastIndex(({ kind }) => kind === EventKind.ownerExecuted || kind < 6) + 1;
  const last = events.findLast(({ kind, a }) => kind >= EventKind.jobSubmitted && a === job);
  const own = last !== undefined && events.lastIndexOf(last) >= start && last.tick === events.at(-1)?.tick;
  if (last === undefined) return 'scheduled';
  switch (last.kind) {
    case EventKind.jobSubmitted:
      return own ? 'scheduled' : 'queued';
    case EventKind.jobPreempted:
      return 'running';
    case EventKind.jobSpilled:
    case EventKind.jobRerouted:
      return 'transit';
    default:
      return 'queued';
  }
}

describe('arbitrary missions', () => {
  const seen = census();
  const expected = [
    ...Object.values(EVENT_NAMES),
    ...FAILURE_REASONS.slice(1),
    ...SPILL_CAUSES.slice(1),
    ...REJECTIONS.slice(1),
    ...RUN_STATUSES.slice(1),
    'pending command',
    ...['scheduled', 'queued', 'transit', 'running'].map((state) => `job.cancelled while ${state}`),
    ...['queued', 'running'].map((state) => `job.rerouted while ${state}`),
  ];
  test.each(expected)('show %s', (thing) => {
    expect(seen.get(thing) ?? 0).toBeGreaterThan(0);
  });
});
