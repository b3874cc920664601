import type * as z from 'zod/mini';
import { MISSION_FORMAT, type mission } from '../schema';

export type MissionInput = z.input<typeof mission>;

/** A mission of two shards in which nothing is wrong, as a file would carry it; a fresh one each time, to be spoiled. */
export function smallMission(): MissionInput & { commands: NonNullable<MissionInput['commands']> } {
  return {
    format: MISSION_FORMAT,
    title: 'Small',
    label: 'small',
    fabric: {
      shards: [
        { id: 'earth', displayName: 'Earth', latencyBudgetMs: 120, maxQueue: 50, spilloverTargets: ['luna'] },
        { id: 'luna', displayName: 'Luna', latencyBudgetMs: 180, maxQueue: 50 },
      ],
      links: [{ from: 'earth', to: 'luna', latencyMs: 90 }],
      nodes: [
        {
          id: 'earth.one',
          region: 'earth',
          capacity: 4,
          maxConcurrency: 4,
          specialties: ['finance'],
          heartbeatIntervalSec: 10,
          pricing: { amount: '0.5', currency: 'USDC', unit: 'job' },
        },
        {
          id: 'luna.one',
          region: 'luna',
          capacity: 2,
          maxConcurrency: 2,
          specialties: ['general'],
          heartbeatIntervalSec: 10,
        },
      ],
      workload: {
        entries: [
          {
            idPrefix: 'audit',
            shard: 'earth',
            count: 20,
            requiredSkills: ['finance'],
            duration: { kind: 'fixed', ticks: 3 },
            value: 100,
          },
        ],
      },
    },
    commands: [],
  };
}
