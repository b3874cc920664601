import type { EntityRef } from '../../report';
import type { Subject } from '../stores/subject';
import type { CommandForm, Draft, FieldName } from './forms';
import { useNodeOptions, useShardOptions } from './options';
import { Picker } from './Picker';
import { suggestFrom, suggestJobs } from './suggest';

/** A longer list is searched, not scrolled. */
const MOST_IN_A_LIST = 60;

interface FieldsProps {
  subject: Subject;
  form: CommandForm;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onOpen: (ref: EntityRef) => void;
}

/** The fields of one lever, with this mission's own shards, nodes and jobs to choose from. */
export function Fields({ subject, form, draft, onChange, onOpen }: FieldsProps) {
  const shards = useShardOptions(subject);
  const nodes = useNodeOptions(subject, form.type);
  const set = (name: FieldName) => (value: string) =>
    onChange({ ...draft, values: { ...draft.values, [name]: value } });
  const value = (name: FieldName) => draft.values[name] ?? '';
  const has = (name: FieldName) => form.fields.includes(name);
  return (
    <>
      {has('shard') && (
        <Choice label="Shard" value={value('shard')} options={shards} onChange={set('shard')} />
      )}
      {has('nodeId') && nodes.length <= MOST_IN_A_LIST && (
        <Choice label="Node" value={value('nodeId')} options={nodes} onChange={set('nodeId')} />
      )}
      {has('nodeId') && nodes.length > MOST_IN_A_LIST && (
        <Picker label="Node" value={value('nodeId')} suggest={suggestFrom(nodes)} onChange={set('nodeId')} />
      )}
      {has('jobId') && (
        <Picker
          label="Job"
          value={value('jobId')}
          suggest={suggestJobs(subject.view)}
          onChange={set('jobId')}
        >
          {(job) => (
            <>
              {job.words}
              <button type="button" className="deck-look" onClick={() => onOpen({ kind: 'job', id: job.id })}>
                Look at it
              </button>
            </>
          )}
        </Picker>
      )}
      {has('targetShard') && (
        <Choice label="To" value={value('targetShard')} options={shards} onChange={set('targetShard')} />
      )}
      {has('mode') && <Mode value={value('mode')} onChange={set('mode')} />}
      {has('forTicks') && (
        <div className="field">
          <label htmlFor="deck-forTicks">For how many ticks</label>
          <input
            id="deck-forTicks"
            type="text"
            inputMode="numeric"
            placeholder="until brought back"
            value={value('forTicks')}
            onChange={(event) => set('forTicks')(event.target.value)}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor="deck-reason">Why (kept with the record, may stay empty)</label>
        <input
          id="deck-reason"
          type="text"
          maxLength={2000}
          value={draft.reason}
          onChange={(event) => onChange({ ...draft, reason: event.target.value })}
        />
      </div>
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: { id: string; words: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = `deck-${label}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}

const MODES = [
  { id: 'drain', title: 'Let running work finish', hint: 'no new work starts' },
  { id: 'freeze', title: 'Stop everything', hint: 'running work stands still too' },
];

function Mode({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <fieldset className="deck-modes">
      <legend>How</legend>
      {MODES.map((mode) => (
        <label key={mode.id} className="deck-lever">
          <input type="radio" name="mode" checked={mode.id === value} onChange={() => onChange(mode.id)} />
          <span>
            {mode.title} <span className="hint">{mode.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
