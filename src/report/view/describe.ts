import { sha256Of, toHex } from '../../engine';
import { counted, type Plan, serializePlan } from '../../plan';
import { shardLabels } from '../words/names';
import { missionTime } from '../words/numbers';
import type { RunSource } from './source';
import type { RunDescription } from './types';

/** SHA-256 of plan.json as hexadecimal. */
export function planDigest(plan: Plan): string {
  return toHex(sha256Of(new TextEncoder().encode(serializePlan(plan))));
}

export function describeRun({ kind, note, tool, label, plan, tables }: RunSource): RunDescription {
  const { fleet, jobSet } = tables;
  const { owner, tickMs } = plan.fabric;
  const names = shardLabels(fleet);
  const slots = fleet.nodes.reduce((sum, node) => sum + node.slots, 0);
  const facts: RunDescription['facts'] = [
    { label: 'Owner', value: owner.name },
    ...(owner.address === undefined ? [] : [{ label: 'Owner address', value: owner.address }]),
    ...(owner.multisig === undefined ? [] : [{ label: 'Multisig', value: owner.multisig }]),
    ...(owner.pauseRole === undefined ? [] : [{ label: 'Pause role', value: owner.pauseRole }]),
    ...(plan.author === undefined ? [] : [{ label: 'Author', value: plan.author }]),
    { label: 'Seed', value: plan.seed },
    { label: 'Fleet', value: `${counted(fleet.nodes.length, 'node')}, ${counted(slots, 'slot')}` },
    { label: 'One tick', value: `${missionTime(1, tickMs)} of mission time` },
    { label: 'Engine revision', value: String(plan.engineRevision) },
  ];
  return {
    source: kind,
    sourceNote: note,
    tool,
    title: plan.title,
    summary: plan.summary,
    label,
    engineRevision: plan.engineRevision,
    planDigest: planDigest(plan),
    tickMs,
    jobsTotal: jobSet.count,
    shards: fleet.shards.map((shard, s) => ({
      id: shard.id,
      displayName: names[s],
      latencyBudgetMs: shard.latencyBudgetMs,
      maxQueue: shard.maxQueue,
      startTargetTicks: shard.startTargetTicks,
    })),
    nodes: fleet.nodes.map(({ id, region }) => ({ id, shard: region })),
    currencies: fleet.currencies.map(({ id, decimals }) => ({ id, decimals })),
    facts,
  };
}
