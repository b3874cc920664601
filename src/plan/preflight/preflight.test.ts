import { describe, expect, it } from 'vitest';
import { problemLine } from '../problem';
import { withLines } from '../read/lines';
import { mission as missionSchema } from '../schema';
import { smallMission } from '../testing/small-mission';
import { preflight } from '.';

// biome-ignore lint/suspicious/noExplicitAny: tests spoil missions in ways their type forbids
type Spoiled = any;

function problemsAfter(spoil: (mission: Spoiled) => void) {
  const input = smallMission();
  spoil(input);
  const { commands, ...plan } = missionSchema.parse(input);
  return preflight(plan, commands);
}

const entry = (more: object): object => ({
  idPrefix: 'extra',
  shard: 'earth',
  count: 10,
  requiredSkills: ['finance'],
  duration: { kind: 'fixed', ticks: 2 },
  value: 1,
  ...more,
});
const put = (more: object) => (m: Spoiled) => m.fabric.workload.entries.push(entry(more));
const order =
  (command: object, tick = 3) =>
  (m: Spoiled) =>
    m.commands.push({ tick, command });
const job = (id: string, shard = 'earth') => ({ id, shard, estimatedDurationTicks: 1, value: 1 });

describe('preflight', () => {
  it('has nothing to say about a mission in order', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  it.each<[string, (m: Spoiled) => void, string]>([
    ['a newer engine', (m) => (m.engineRevision = 99), 'made for engine revision 99'],
    [
      'a spillover target that does not exist',
      (m) => (m.fabric.shards[0].spilloverTargets = ['lunna']),
      'There is no shard `lunna` in this mission. Did you mean `luna`?',
    ],
    [
      'a policy target that does not exist',
      (m) => (m.fabric.shards[0].router = { spilloverPolicies: [{ target: 'pluto', threshold: 5 }] }),
      'There is no shard `pluto`',
    ],
    ['a node in no shard', (m) => (m.fabric.nodes[0].region = 'erth'), 'There is no shard `erth`'],
    [
      'a link to nowhere',
      (m) => (m.fabric.links[0].to = 'pluto'),
      'fabric.links[0].to: There is no shard `pluto`',
    ],
    [
      'an entry for no shard',
      put({ shard: 'pluto' }),
      'fabric.workload.entries[1].shard: There is no shard `pluto` in this mission. Choose one of `earth` and `luna`.',
    ],
    [
      'a job for no shard',
      (m) => (m.fabric.workload.jobs = [job('a', 'pluto')]),
      'fabric.workload.jobs[0].shard: There is no shard',
    ],
    [
      'a fault of no node',
      (m) => (m.fabric.faults = [{ type: 'node.outage', node: 'earth.two', atTick: 3 }]),
      'There is no node `earth.two`',
    ],
    [
      'two shards of one id',
      (m) => (m.fabric.shards[1].id = 'earth'),
      'The shard id `earth` is already taken by fabric.shards[0]',
    ],
    [
      'two nodes of one id',
      (m) => (m.fabric.nodes[1].id = 'earth.one'),
      'The node id `earth.one` is already taken',
    ],
    [
      'two jobs of one id',
      (m) => (m.fabric.workload.jobs = [job('a'), job('a')]),
      'The job id `a` is already taken by fabric.workload.jobs[0]',
    ],
    [
      'a job named like one of an entry',
      (m) => (m.fabric.workload.jobs = [job('audit-0020')]),
      'The job id `audit-0020` is also made by a workload entry',
    ],
    [
      'two entries of one prefix',
      put({ idPrefix: 'audit' }),
      'The prefix `audit` is already used by entry 1',
    ],
    [
      'a prefix that makes long ids',
      put({ idPrefix: 'x'.repeat(125) }),
      'Ids made from this prefix are longer than 128 bytes',
    ],
    [
      'a link to itself',
      (m) => m.fabric.links.push({ from: 'luna', to: 'luna', latencyMs: 1 }),
      'leads from `luna` to itself',
    ],
    [
      'a doubled link',
      (m) => m.fabric.links.push({ from: 'luna', to: 'earth', latencyMs: 1 }),
      'already linked by fabric.links[0]',
    ],
    [
      'a target that is the shard itself',
      (m) => (m.fabric.shards[0].spilloverTargets = ['earth']),
      'Earth names itself',
    ],
    [
      'a price in an unknown currency',
      (m) => (m.fabric.nodes[0].pricing.currency = 'EUR'),
      'priced in `EUR`, which is not among',
    ],
    [
      'a price finer than its currency',
      (m) => (m.fabric.nodes[0].pricing.amount = '0.0000001'),
      'has more than the 6 decimals of `USDC`',
    ],
    [
      'cheapest among two currencies',
      (m) => {
        m.fabric.currencies = { USDC: { decimals: 6 }, EUR: { decimals: 2 } };
        m.fabric.nodes[1].region = 'earth';
        m.fabric.nodes[1].pricing = { amount: '1', currency: 'EUR', unit: 'job' };
        m.fabric.shards[0].router = { placement: 'cheapest' };
      },
      'Earth is to choose the cheapest node, but its nodes are priced in `USDC` and `EUR`',
    ],
    [
      'ten million jobs and one',
      put({ count: 9_999_981 }),
      'This mission has 10,000,001 jobs, more than the limit of 10,000,000',
    ],
    [
      'too many classes',
      (m) =>
        (m.fabric.workload.jobs = Array.from({ length: 4_096 }, (_, i) => ({
          ...job(`j${i}`, 'luna'),
          requiredSkills: Array.from({ length: 13 }, (_, k) => `${k}${(i >> k) & 1}`),
        }))),
      'has 4,097 job classes',
    ],
    [
      'too many tags',
      (m) => (m.fabric.nodes[1].specialties = Array.from({ length: 256 }, (_, i) => `${i}`)),
      'has 257 skills and compliance tags',
    ],
    [
      'value past what is exact',
      put({ value: 1e15 }),
      'worth 10,000,000,000,002,000 in all, more than the limit of 9,007,199,254,740,991',
    ],
    [
      'value that steps past what is exact',
      put({ count: 100_000, valueStep: 2_000_000 }),
      'in all, more than the limit',
    ],
    [
      'cost past what is exact',
      (m) => {
        m.fabric.nodes[0].pricing.amount = '1000000000';
      },
      'At worst the jobs cost 20,000,000,000,000,000 of the smallest unit of `USDC`',
    ],
    [
      'a window that ends before it begins',
      put({ arrival: { kind: 'window', fromTick: 9, toTick: 8 } }),
      'The window ends at tick 8, before it begins at tick 9',
    ],
    [
      'a shortest longer than the longest',
      put({ duration: { kind: 'uniform', minTicks: 5, maxTicks: 4 } }),
      'The shortest duration, 5 ticks, is longer than the longest, 4 ticks',
    ],
    [
      'a stream past the last possible tick',
      put({ arrival: { kind: 'poisson', meanIntervalTicks: 1e9 } }),
      'could arrive past the limit of 2,147,483,647 ticks',
    ],
  ])('refuses %s', (_, spoil, expected) => {
    const problems = problemsAfter(spoil);
    expect(problems.map(problemLine).join('\n')).toContain(expected);
    expect(problems.find((p) => problemLine(p).includes(expected))?.severity).toBe('error');
  });

  it.each<[string, (m: Spoiled) => void, string]>([
    [
      'a skill nobody offers',
      put({ requiredSkills: ['terraforming'], count: 1400, shard: 'luna', requiredCompliance: ['X'] }),
      'No node on Luna that offers `terraforming` holds `X`; 1,400 jobs ask for it, and no shard they may spill to can serve them',
    ],
    [
      'a shard without nodes or help',
      (m) => {
        m.fabric.nodes.pop();
        put({ shard: 'luna' })(m);
      },
      'Luna has no node; 10 jobs ask for it, and no shard',
    ],
    ['no job', (m) => (m.fabric.workload.entries = []), 'asks for no job'],
    [
      'no link to a target',
      (m) => (m.fabric.links = []),
      'No link leads from Earth to `luna`, so nothing will ever spill there',
    ],
    [
      'a link the other way only',
      (m) => (m.fabric.links = [{ from: 'luna', to: 'earth', latencyMs: 1, oneWay: true }]),
      'No link leads from Earth to `luna`',
    ],
    [
      'a link beyond the budget',
      (m) => (m.fabric.links[0].latencyMs = 121),
      'takes 121 ms, more than the latency budget of 120 ms',
    ],
    [
      'a target named twice',
      (m) => (m.fabric.shards[0].spilloverTargets = ['luna', 'luna']),
      'names the spillover target `luna` twice',
    ],
    [
      'work that must spill',
      put({ requiredSkills: ['optics'], count: 1400 }),
      'No node on Earth offers `optics`; 1,400 jobs ask for it, so all of them must spill to Luna',
    ],
    [
      'skills no single node has',
      (m) => {
        m.fabric.nodes.push({ ...m.fabric.nodes[0], id: 'earth.two', specialties: ['optics'] });
        put({ requiredSkills: ['optics', 'finance'] })(m);
      },
      'No single node on Earth offers `finance` and `optics` together',
    ],
    [
      'a shard with nodes and no queue',
      (m) => (m.fabric.shards[1].maxQueue = 0),
      'Luna has nodes but no queue',
    ],
    [
      'an alert above the queue',
      (m) => (m.fabric.shards[0].router = { queueAlertThreshold: 50 }),
      'so the alert never comes',
    ],
    [
      'a policy above the queue',
      (m) => (m.fabric.shards[0].router = { spilloverPolicies: [{ target: 'luna', threshold: 51 }] }),
      'Earth spills to `luna` above 51 queued jobs, but its queue holds only 50',
    ],
    [
      'arrivals after the end',
      (m) => {
        m.run = { stopAfterTicks: 10 };
        put({ arrival: { kind: 'at', atTick: 10 } })(m);
      },
      'arrive from tick 10 on, but the run ends at tick 9',
    ],
    [
      'a window over the end',
      (m) => {
        m.run = { maxTicks: 10 };
        put({ arrival: { kind: 'window', fromTick: 0, toTick: 20 } })(m);
      },
      'Some of the 10 jobs of `extra` arrive after the last tick, 9',
    ],
    [
      'a stream over the end',
      (m) => {
        m.run = { maxTicks: 10 };
        put({ arrival: { kind: 'poisson', meanIntervalTicks: 5 } })(m);
      },
      'need about 50 ticks to arrive',
    ],
    [
      'a fault after the end',
      (m) => {
        m.run = { maxTicks: 10 };
        m.fabric.faults = [{ type: 'node.outage', node: 'earth.one', atTick: 10 }];
      },
      'The fault at tick 10 comes after the last tick, 9',
    ],
    [
      'a command after the end',
      (m) => {
        m.run = { maxTicks: 10 };
        order({ type: 'checkpoint.save' }, 10)(m);
      },
      'commands[0].tick: The command `checkpoint.save` at tick 10 comes after the last tick, 9',
    ],
    [
      'a command after a stop',
      (m) => {
        order({ type: 'run.stop' }, 4)(m);
        order({ type: 'checkpoint.save' }, 5)(m);
      },
      'comes after the last tick, 4',
    ],
    [
      'a pause of no shard',
      order({ type: 'shard.pause', shard: 'marz' }),
      'There is no shard `marz` in this mission, so the command `shard.pause` at tick 3 will be rejected',
    ],
    [
      'a recovery of no node',
      order({ type: 'node.recover', nodeId: 'earth.onne' }),
      'Did you mean `earth.one`?',
    ],
    [
      'a cancel of no job',
      order({ type: 'job.cancel', jobId: 'audit-0021' }),
      'There is no job `audit-0021`',
    ],
    [
      'a reroute to no shard',
      order({ type: 'job.reroute', jobId: 'audit-0001', targetShard: 'pluto' }),
      'commands[0].command.targetShard: There is no shard `pluto`',
    ],
    [
      'a fault by hand of no node',
      order({ type: 'fault.inject', fault: { type: 'node.outage', node: 'x' } }),
      'commands[0].command.fault.node: There is no node `x`',
    ],
  ])('warns of %s', (_, spoil, expected) => {
    const problems = problemsAfter(spoil);
    expect(problems.map(problemLine).join('\n')).toContain(expected);
    expect(problems.every((p) => p.severity === 'warning')).toBe(true);
  });

  it('is quick with ten million jobs', () => {
    const problems = problemsAfter(put({ count: 9_999_980 }));
    expect(problems).toEqual([]);
  });

  it('never hides an error behind warnings', () => {
    const problems = problemsAfter((m) => {
      for (let i = 0; i < 300; i++) order({ type: 'shard.resume', shard: 'pluto' })(m);
      m.fabric.nodes[0].region = 'pluto';
    });
    expect(problems[0]).toMatchObject({ severity: 'error', place: 'fabric.nodes[0].region' });
    expect(problems.at(-1)).toMatchObject({ severity: 'warning', reason: 'And 201 more warnings' });
  });

  it('can be given the lines of the file', () => {
    const input = smallMission();
    input.fabric.nodes[1].region = 'pluto';
    const text = JSON.stringify(input, null, 2);
    const { commands, ...plan } = missionSchema.parse(input);
    const [problem] = withLines(preflight(plan, commands), text, 'small.json');
    expect(problem).toMatchObject({ file: 'small.json', place: 'fabric.nodes[1].region' });
    expect(text.split('\n')[(problem.line ?? 0) - 1]).toContain('"region": "pluto"');
  });
});
