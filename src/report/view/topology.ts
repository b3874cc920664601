import { counted } from '../../plan';
import { shardLabels } from '../words/names';
import type { RunSource } from './source';
import type { Topology } from './types';

/** Nodes of a shard drawn one by one; a shard with more shows their number. */
const MOST_NODES_DRAWN = 12;

/** Shards, links and spillover targets as data and as a drawing. */
export function topologyOf(source: RunSource): Topology {
  const { fleet } = source.tables;
  const links = source.plan.fabric.links.map(({ from, to, latencyMs, oneWay }) => ({
    from: fleet.findShard(from),
    to: fleet.findShard(to),
    latencyMs,
    oneWay,
  }));
  const targets = fleet.shards.flatMap((shard, from) => shard.spilloverTargets.map((to) => ({ from, to })));
  return { links, targets, mermaid: mermaidOf(source, links, targets), edges: links.length + targets.length };
}

/** The archival drawing: a function of the plan, so that equal plans draw equal text. */
function mermaidOf({ tables }: RunSource, links: Topology['links'], targets: Topology['targets']): string {
  const { fleet } = tables;
  const names = shardLabels(fleet);
  const members = fleet.shards.map((_, s) =>
    fleet.nodes.flatMap(({ region }, n) => (region === s ? [n] : [])),
  );
  const lines = ['flowchart LR'];
  fleet.shards.forEach((shard, s) => {
    const nodes = members[s].map((n) => fleet.nodes[n]);
    const slots = nodes.reduce((sum, node) => sum + node.slots, 0);
    const facts = `${shard.latencyBudgetMs} ms budget, queue of ${shard.maxQueue}`;
    lines.push(
      `  s${s}["${mermaidText(names[s])}<br/>${facts}<br/>${counted(nodes.length, 'node')}, ${counted(slots, 'slot')}"]`,
    );
    if (nodes.length > MOST_NODES_DRAWN) return;
    for (const n of members[s]) {
      const { id, slots } = fleet.nodes[n];
      lines.push(`  n${n}("${mermaidText(id)}<br/>${counted(slots, 'slot')}")`, `  n${n} --- s${s}`);
    }
  });
  for (const { from, to, latencyMs, oneWay } of links) {
    lines.push(`  s${from} ${oneWay ? '-->' : '<-->'}|"${latencyMs} ms"| s${to}`);
  }
  for (const { from, to } of targets) lines.push(`  s${from} -.->|"spills to"| s${to}`);
  return `${lines.join('\n')}\n`;
}

/**
 * A name as it may stand in a quoted mermaid label: whatever could end the label, start a directive, a link or markup
 * becomes a character entity.
 */
export function mermaidText(name: string): string {
  let text = '';
  for (const character of name) {
    const code = character.codePointAt(0) as number;
    const plain = /[\p{L}\p{N} .,:_/+-]/u.test(character);
    text += code < 32 || code === 127 ? ' ' : plain ? character : `#${code};`;
  }
  return text;
}
