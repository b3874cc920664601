import type { OwnerCommand, OwnerCommandType } from '../../plan';

export type FieldName = 'shard' | 'nodeId' | 'jobId' | 'targetShard' | 'mode' | 'forTicks';

export interface CommandForm {
  type: OwnerCommandType;
  group: 'Everything' | 'A shard' | 'A node' | 'A job' | 'The run';
  /** What the lever is called. */
  title: string;
  /** What it does, in one sentence. */
  explains: string;
  fields: FieldName[];
}

/** The levers of this engine revision, in the order a director meets them. */
export const FORMS: readonly CommandForm[] = [
  {
    type: 'system.pause',
    group: 'Everything',
    title: 'Pause every shard',
    explains: 'No router gives out work until you resume.',
    fields: ['mode'],
  },
  {
    type: 'system.resume',
    group: 'Everything',
    title: 'Resume every shard',
    explains: 'Routers give out work again. Shards paused on their own stay paused.',
    fields: [],
  },
  {
    type: 'shard.pause',
    group: 'A shard',
    title: 'Pause a shard',
    explains: 'Its router gives out no work. Jobs on their way to it still arrive.',
    fields: ['shard', 'mode'],
  },
  {
    type: 'shard.resume',
    group: 'A shard',
    title: 'Resume a shard',
    explains: 'Its router gives out work again.',
    fields: ['shard'],
  },
  {
    type: 'node.recover',
    group: 'A node',
    title: 'Bring a node back',
    explains: 'The node is online again at once and takes new work.',
    fields: ['nodeId'],
  },
  {
    type: 'fault.inject',
    group: 'A node',
    title: 'Take a node out',
    explains: 'An outage by hand: the node goes offline and its running jobs go back to the queue.',
    fields: ['nodeId', 'forTicks'],
  },
  {
    type: 'job.reroute',
    group: 'A job',
    title: 'Send a job elsewhere',
    explains: 'The job travels to another shard and keeps the work that is done.',
    fields: ['jobId', 'targetShard'],
  },
  {
    type: 'job.cancel',
    group: 'A job',
    title: 'Cancel a job',
    explains: 'The job ends here and counts as cancelled. This cannot be undone.',
    fields: ['jobId'],
  },
  {
    type: 'checkpoint.save',
    group: 'The run',
    title: 'Save a checkpoint',
    explains: 'The whole state is written down at the end of the tick and goes into the report.',
    fields: [],
  },
  {
    type: 'run.stop',
    group: 'The run',
    title: 'Stop the run',
    explains: 'The run ends after this tick. Jobs that are not done stay undone.',
    fields: [],
  },
];

export const GROUPS = ['Everything', 'A shard', 'A node', 'A job', 'The run'] as const;

export const formOf = (type: OwnerCommandType): CommandForm => {
  const form = FORMS.find((f) => f.type === type);
  if (form === undefined) throw new Error(`no form for ${type}`);
  return form;
};

/** What a person has filled in so far; every field is text, as typed. */
export interface Draft {
  type: OwnerCommandType;
  values: Partial<Record<FieldName, string>>;
  reason: string;
}

export const emptyDraft = (type: OwnerCommandType): Draft => ({
  type,
  values: { mode: 'drain' },
  reason: '',
});

/** The form filled with a command; `commandOf(draftOf(c))` is `c`. */
export function draftOf(command: OwnerCommand): Draft {
  const draft = emptyDraft(command.type);
  if (command.reason !== undefined) draft.reason = command.reason;
  const { values } = draft;
  if ('mode' in command) values.mode = command.mode;
  if ('shard' in command) values.shard = command.shard;
  if ('jobId' in command) values.jobId = command.jobId;
  if ('targetShard' in command) values.targetShard = command.targetShard;
  if ('nodeId' in command) values.nodeId = command.nodeId;
  if (command.type === 'fault.inject') {
    values.nodeId = command.fault.node;
    if (command.fault.forTicks !== undefined) values.forTicks = String(command.fault.forTicks);
  }
  return draft;
}

/** The command a filled form stands for, or what is still missing, in words. */
export function commandOf(draft: Draft): { command: OwnerCommand } | { missing: string } {
  const { type, values } = draft;
  const reason = draft.reason.trim() === '' ? {} : { reason: draft.reason.trim() };
  const mode = values.mode === 'freeze' ? 'freeze' : 'drain';
  const { shard, nodeId, jobId, targetShard } = values;
  switch (type) {
    case 'system.pause':
      return { command: { type, mode, ...reason } };
    case 'system.resume':
    case 'checkpoint.save':
    case 'run.stop':
      return { command: { type, ...reason } };
    case 'shard.pause':
      return shard ? { command: { type, shard, mode, ...reason } } : { missing: 'Choose a shard.' };
    case 'shard.resume':
      return shard ? { command: { type, shard, ...reason } } : { missing: 'Choose a shard.' };
    case 'node.recover':
      return nodeId ? { command: { type, nodeId, ...reason } } : { missing: 'Choose a node.' };
    case 'fault.inject':
      return outage(nodeId, values.forTicks ?? '', reason);
    case 'job.cancel':
      return jobId ? { command: { type, jobId, ...reason } } : { missing: 'Choose a job.' };
    case 'job.reroute':
      if (!jobId) return { missing: 'Choose a job.' };
      if (!targetShard) return { missing: 'Choose where it goes.' };
      return { command: { type, jobId, targetShard, ...reason } };
  }
}

function outage(node: string | undefined, forTicks: string, reason: { reason?: string }) {
  if (!node) return { missing: 'Choose a node.' };
  const fault = { type: 'node.outage' as const, node };
  const text = forTicks.trim();
  if (text === '') return { command: { type: 'fault.inject' as const, fault, ...reason } };
  const ticks = Number(text);
  if (!/^\d+$/.test(text) || ticks < 1 || ticks > 2 ** 31 - 1)
    return {
      missing:
        'Give the number of ticks as a whole number from 1, or leave it empty for "until brought back".',
    };
  return { command: { type: 'fault.inject' as const, fault: { ...fault, forTicks: ticks }, ...reason } };
}
