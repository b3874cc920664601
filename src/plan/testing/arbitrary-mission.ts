import * as fc from 'fast-check';
import { MISSION_FORMAT, type Mission, mission } from '../schema';
import type { MissionInput } from './small-mission';

/**
 * Missions with every field of the schema, present or absent, at its edges or between: valid for the schema, yet
 * their references rarely fit. For what must hold of any mission; missions worth running are drawn in the engine.
 */
export const arbitraryMissionInput: fc.Arbitrary<MissionInput> = fc.record(
  {
    format: fc.constant(MISSION_FORMAT),
    engineRevision: fc.integer({ min: 1, max: 3 }),
    title: text(1, 40),
    summary: text(0, 80),
    author: text(0, 20),
    label: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/),
    seed: id(),
    run: sparse({ maxTicks: ticks(), stopAfterTicks: ticks(), checkpointIntervalTicks: ticks() }),
    fabric: fabric(),
    commands: some(command()),
  },
  { requiredKeys: ['format', 'title', 'label', 'fabric'] },
);

/** The same, as a reader sees them: defaults filled. */
export const arbitraryMission: fc.Arbitrary<Mission> = arbitraryMissionInput.map((input) =>
  mission.parse(input),
);

function fabric() {
  return fc.record(
    {
      tickMs: fc.integer({ min: 1, max: 10_000 }),
      owner: sparse({
        name: text(0, 20),
        address: text(0, 20),
        multisig: text(0, 20),
        pauseRole: text(0, 20),
      }),
      currencies: fc.dictionary(id(), fc.record({ decimals: fc.integer({ min: 0, max: 18 }) }), {
        maxKeys: 3,
      }),
      shards: fc.array(shard(), { minLength: 1, maxLength: 4 }),
      links: some(
        needing(['from', 'to', 'latencyMs'], {
          from: id(),
          to: id(),
          latencyMs: whole(),
          oneWay: fc.boolean(),
        }),
      ),
      nodes: fc.array(node(), { maxLength: 4 }),
      workload: sparse({ entries: some(entry()), jobs: some(job()) }),
      faults: some(needing(['type', 'node', 'atTick'], { ...outage(), atTick: tick() })),
      unservablePatienceTicks: ticks(),
      maxAttempts: fc.integer({ min: 1, max: 9 }),
      hopLimit: fc.integer({ min: 0, max: 9 }),
      onNodeLoss: fc.constantFrom('keep' as const, 'restart' as const),
      deadlinesKill: fc.boolean(),
    },
    { requiredKeys: ['shards', 'nodes', 'workload'] },
  );
}

function shard() {
  const policy = needing(['target', 'threshold'], {
    target: id(),
    threshold: whole(),
    maxDrainPerTick: fc.integer({ min: 1, max: 50 }),
    requiredSkills: some(id()),
    weight: fc.integer({ min: 0, max: 9 }),
  });
  return needing(['id', 'displayName', 'latencyBudgetMs', 'maxQueue'], {
    id: id(),
    displayName: text(0, 20),
    latencyBudgetMs: whole(),
    startTargetTicks: ticks(),
    maxQueue: whole(),
    spilloverTargets: some(id()),
    router: sparse({
      queueAlertThreshold: whole(),
      spilloverPolicies: some(policy),
      placement: fc.constantFrom('declared' as const, 'cheapest' as const, 'least-loaded' as const),
    }),
  });
}

function node() {
  const size = fc.integer({ min: 1, max: 64 });
  const amount = fc.stringMatching(/^\d{1,15}(\.\d{1,18})?$/);
  const resources = needing(['cpuCores', 'memoryGb', 'storageGb'], {
    cpuCores: positive(),
    memoryGb: positive(),
    gpuClass: text(0, 10),
    storageGb: positive(),
  });
  return needing(['id', 'region', 'capacity', 'maxConcurrency', 'specialties', 'heartbeatIntervalSec'], {
    id: id(),
    region: id(),
    capacity: size,
    maxConcurrency: size,
    specialties: some(id()),
    heartbeatIntervalSec: positive(),
    missedHeartbeatsToOffline: size,
    endpoint: text(0, 20),
    deployment: needing(['orchestration', 'image', 'version', 'runtime', 'resources'], {
      orchestration: text(0, 10),
      image: text(0, 10),
      version: text(0, 10),
      runtime: text(0, 10),
      entrypoint: text(0, 10),
      resources,
    }),
    availabilityZones: some(text(0, 10)),
    pricing: needing(['amount', 'currency', 'unit'], {
      amount,
      currency: id(),
      unit: fc.constantFrom('job' as const, 'tick' as const, 'hour' as const),
      notes: text(0, 20),
    }),
    compliance: some(id()),
    tags: some(text(0, 10)),
  });
}

function entry() {
  const arrival = fc.oneof(
    needing(['kind'], { kind: fc.constant('at' as const), atTick: tick() }),
    fc.record({ kind: fc.constant('window' as const), fromTick: tick(), toTick: tick() }),
    needing(['kind', 'meanIntervalTicks'], {
      kind: fc.constant('poisson' as const),
      fromTick: tick(),
      meanIntervalTicks: positive(),
    }),
  );
  const duration = fc.oneof(
    fc.record({ kind: fc.constant('fixed' as const), ticks: ticks() }),
    fc.record({ kind: fc.constant('uniform' as const), minTicks: ticks(), maxTicks: ticks() }),
    fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(fc.record({ ticks: ticks(), weight: fc.integer({ min: 1, max: 100 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  );
  return needing(['idPrefix', 'shard', 'count', 'duration', 'value'], {
    idPrefix: id(),
    title: text(0, 20),
    shard: id(),
    count: fc.integer({ min: 1, max: 10_000_000 }),
    requiredSkills: some(id()),
    requiredCompliance: some(id()),
    duration,
    arrival,
    value: whole(),
    valueStep: whole(),
    priority: fc.integer({ min: 0, max: 9 }),
    deadlineTicks: ticks(),
    note: text(0, 20),
  });
}

function job() {
  return needing(['id', 'shard', 'estimatedDurationTicks', 'value'], {
    id: id(),
    shard: id(),
    requiredSkills: some(id()),
    requiredCompliance: some(id()),
    estimatedDurationTicks: ticks(),
    value: whole(),
    submissionTick: tick(),
    priority: fc.integer({ min: 0, max: 9 }),
    deadlineTicks: ticks(),
  });
}

function outage() {
  return { type: fc.constant('node.outage' as const), node: id(), forTicks: ticks() };
}

function command() {
  const reason = text(0, 20);
  const mode = fc.constantFrom('drain' as const, 'freeze' as const);
  const of = <T extends string>(type: T) => ({ type: fc.constant(type) });
  const any = fc.oneof(
    needing(['type'], { ...of('system.pause'), mode, reason }),
    needing(['type'], { ...of('system.resume'), reason }),
    needing(['type', 'shard'], { ...of('shard.pause'), shard: id(), mode, reason }),
    needing(['type', 'shard'], { ...of('shard.resume'), shard: id(), reason }),
    needing(['type', 'nodeId'], { ...of('node.recover'), nodeId: id(), reason }),
    needing(['type', 'jobId'], { ...of('job.cancel'), jobId: id(), reason }),
    needing(['type', 'jobId', 'targetShard'], {
      ...of('job.reroute'),
      jobId: id(),
      targetShard: id(),
      reason,
    }),
    needing(['type', 'fault'], { ...of('fault.inject'), fault: needing(['type', 'node'], outage()), reason }),
    needing(['type'], { ...of('checkpoint.save'), reason }),
    needing(['type'], { ...of('run.stop'), reason }),
  );
  return needing(['tick', 'command'], { tick: tick(), command: any, note: text(0, 20) });
}

/** Few ids, so that some of them meet; and some awkward ones. */
function id() {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('earth', 'luna', 'mars', 'gpu', 'general', 'USDC', 'a', '7') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('constructor', '火星', 'a "b" \\', '\u{1F680}', 'x-0001', '<b>', '.', '$&'),
    },
  );
}

function text(minLength: number, maxLength: number) {
  return fc.string({ unit: 'grapheme', minLength, maxLength });
}

function whole() {
  return fc.oneof(fc.nat(1000), fc.constantFrom(0, 2 ** 31, Number.MAX_SAFE_INTEGER));
}

function tick() {
  return fc.oneof(fc.nat(1000), fc.constantFrom(0, 2 ** 31 - 1));
}

function ticks() {
  return fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(1, 2 ** 31 - 1));
}

function positive() {
  return fc.double({ min: 0.001, max: 86_400, noNaN: true });
}

function some<T>(arbitrary: fc.Arbitrary<T>) {
  return fc.array(arbitrary, { maxLength: 3 });
}

/** A record whose other fields may be absent. */
function needing<T, K extends keyof T>(requiredKeys: K[], fields: { [P in keyof T]: fc.Arbitrary<T[P]> }) {
  return fc.record<T, K>(fields, { requiredKeys });
}

function sparse<T>(fields: { [P in keyof T]: fc.Arbitrary<T[P]> }) {
  return fc.record(fields, { requiredKeys: [] });
}
