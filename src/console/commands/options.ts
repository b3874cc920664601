import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { OwnerCommandType } from '../../plan';
import { type Frame, NODE_FIELDS, SHARD_FIELDS } from '../../report';
import type { Subject } from '../stores/subject';

export interface Option {
  id: string;
  words: string;
}

/** The shards with how they stand: "Mars, paused". */
export function useShardOptions(subject: Subject): Option[] {
  const standing = useStore(subject.live, (s) => pausedShards(s.frame));
  return useMemo(
    () =>
      subject.description.shards.map((shard, i) => ({
        id: shard.id,
        words: standing[i] === '1' ? `${shard.displayName}, paused` : shard.displayName,
      })),
    [subject, standing],
  );
}

/** The nodes that make sense first: offline ones to bring back, online ones to take out. */
export function useNodeOptions(subject: Subject, type: OwnerCommandType): Option[] {
  const offline = useStore(subject.live, (s) => offlineNodes(s.frame));
  return useMemo(() => {
    const { nodes, shards } = subject.description;
    const all = nodes.map((node, i) => ({
      id: node.id,
      off: offline[i] === '1',
      words: `${node.id}, ${shards[node.shard]?.displayName ?? ''}${offline[i] === '1' ? ', offline' : ''}`,
    }));
    const first = (o: { off: boolean }) => o.off === (type === 'node.recover');
    return [...all.filter(first), ...all.filter((o) => !first(o))];
  }, [subject, offline, type]);
}

// One character a shard or node, so that the store can tell with === that nothing changed.
const flags = (cells: Float64Array, stride: number, at: number): string => {
  let text = '';
  for (let i = at; i < cells.length; i += stride) text += cells[i] === 0 ? '0' : '1';
  return text;
};
const pausedShards = (frame: Frame | null): string =>
  frame === null ? '' : flags(frame.shards, SHARD_FIELDS.length, SHARD_FIELDS.indexOf('pause'));
const offlineNodes = (frame: Frame | null): string =>
  frame === null ? '' : flags(frame.nodes, NODE_FIELDS.length, NODE_FIELDS.indexOf('status'));
