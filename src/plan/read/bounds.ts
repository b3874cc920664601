import type { JsonBound } from '../json';
import { LIMITS } from '../limits';

const tags: JsonBound = { limit: LIMITS.tags, what: 'tags' };
const commands: JsonBound = { limit: LIMITS.commands, what: 'commands' };

/** Lengths that are judged on the text, so that no schema ever meets ten million shards. */
export const missionBounds: JsonBound = {
  limit: 100,
  below: {
    commands,
    fabric: {
      limit: 100,
      below: {
        currencies: { limit: LIMITS.currencies, what: 'currencies' },
        shards: {
          limit: LIMITS.shards,
          what: 'shards',
          below: {
            '*': {
              below: {
                spilloverTargets: { limit: LIMITS.shards, what: 'spillover targets' },
                router: {
                  below: {
                    spilloverPolicies: {
                      limit: LIMITS.policies,
                      what: 'spillover policies',
                      below: { '*': { below: { requiredSkills: tags } } },
                    },
                  },
                },
              },
            },
          },
        },
        links: { limit: LIMITS.links, what: 'links' },
        nodes: {
          limit: LIMITS.nodes,
          what: 'nodes',
          below: { '*': { below: { specialties: tags, compliance: tags, tags, availabilityZones: tags } } },
        },
        workload: {
          below: {
            entries: {
              limit: LIMITS.workloadEntries,
              what: 'workload entries',
              below: {
                '*': {
                  below: {
                    requiredSkills: tags,
                    requiredCompliance: tags,
                    duration: { below: { rows: { limit: LIMITS.tableRows, what: 'rows' } } },
                  },
                },
              },
            },
            jobs: {
              limit: LIMITS.jobs,
              what: 'jobs',
              below: { '*': { below: { requiredSkills: tags, requiredCompliance: tags } } },
            },
          },
        },
        faults: { limit: LIMITS.faults, what: 'faults' },
      },
    },
  },
};

/** A schedule is a list of commands, or an object with such a list. */
export const scheduleBounds: JsonBound = { ...commands, below: { commands } };
