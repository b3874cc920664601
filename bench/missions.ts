import { type Plan, planWithDefaults } from '../src/plan';
import { PEER_SLOTS, peerJobs } from './peers/jobs';

const SHARDS = ['earth', 'luna', 'mars', 'helios'];
const SKILLS = ['audit', 'imaging', 'relay', 'survey', 'foundry', 'science'];
const MEAN_TICKS = 4;
/** A twentieth more work than slots while jobs arrive, so queues grow to the end of the arrivals and empty then. */
const LOAD = 1.05;

export type Scaling = 'slots' | 'nodes';

/** Nodes and slots of each, so that a mission of any size lasts about the same 300 ticks. */
export function fleetFor(jobs: number, scaling: Scaling): { nodes: number; slots: number } {
  const slots = (jobs * 16) / 1000;
  return scaling === 'slots' ? { nodes: 16, slots: slots / 16 } : { nodes: jobs / 1000, slots: 16 };
}

/** Jobs of 24 kinds on four linked shards; half of the nodes serve any skill, half name all six. */
export function scaledMission(jobs: number, scaling: Scaling): Plan {
  const { nodes, slots } = fleetFor(jobs, scaling);
  const toTick = Math.ceil((jobs * MEAN_TICKS) / (nodes * slots) / LOAD);
  const kinds = SHARDS.flatMap((shard) => SKILLS.map((skill) => ({ shard, skill })));
  return planWithDefaults({
    format: 'orrery.mission/1',
    title: `${jobs} jobs by ${scaling}`,
    label: 'bench',
    fabric: {
      shards: SHARDS.map((id) => ({
        id,
        displayName: id,
        latencyBudgetMs: 1000,
        maxQueue: jobs,
        spilloverTargets: SHARDS.filter((other) => other !== id),
      })),
      links: SHARDS.flatMap((from, i) => SHARDS.slice(i + 1).map((to) => ({ from, to, latencyMs: 200 }))),
      nodes: Array.from({ length: nodes }, (_, i) => ({
        id: `node-${i}`,
        region: SHARDS[i % SHARDS.length],
        capacity: slots,
        maxConcurrency: slots,
        specialties: i % 8 < 4 ? ['general'] : SKILLS,
        heartbeatIntervalSec: 10,
        pricing: { amount: '0.0005', currency: 'USDC', unit: 'job' },
      })),
      workload: {
        entries: kinds.map(({ shard, skill }, k) => ({
          idPrefix: `${shard}-${skill}`,
          shard,
          count: Math.floor((jobs * (k + 1)) / kinds.length) - Math.floor((jobs * k) / kinds.length),
          requiredSkills: [skill],
          value: 100,
          arrival: { kind: 'window', fromTick: 0, toTick },
          duration: { kind: 'uniform', minTicks: 1, maxTicks: 2 * MEAN_TICKS - 1 },
        })),
      },
    },
  });
}

/** The job list of bench/peers as a mission: one shard, one node of 64 slots, first come first served. */
export function peerMission(jobs: number): Plan {
  const { arrivalTick, durationTicks } = peerJobs(jobs);
  return planWithDefaults({
    format: 'orrery.mission/1',
    title: 'The work of the other tools',
    label: 'peers',
    fabric: {
      shards: [{ id: 'queue', displayName: 'Queue', latencyBudgetMs: 0, maxQueue: jobs }],
      nodes: [
        {
          id: 'slots',
          region: 'queue',
          capacity: PEER_SLOTS,
          maxConcurrency: PEER_SLOTS,
          specialties: ['general'],
          heartbeatIntervalSec: 10,
        },
      ],
      workload: {
        jobs: Array.from(arrivalTick, (submissionTick, k) => ({
          id: `job-${String(k).padStart(8, '0')}`,
          shard: 'queue',
          estimatedDurationTicks: durationTicks[k],
          value: 1,
          submissionTick,
        })),
      },
    },
  });
}
