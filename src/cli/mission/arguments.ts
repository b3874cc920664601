import { parseArgs } from 'node:util';

export interface MissionArguments {
  missionFile: string;
  outFolder: string;
  /** Names the folder of the report; null = the mission's own label. */
  label: string | null;
  resume: boolean;
  json: boolean;
  quiet: boolean;
}

export const MISSION_USAGE = `Usage: npm run mission -- <mission.json> --out <folder> [--label <name>] [--resume] [--json] [--quiet]
  --out     where the report's folder is made
  --label   name of that folder; the mission's own label when absent
  --resume  go on where Ctrl-C cut the run off
  --json    print the outcome as JSON
  --quiet   no progress`;

/** @throws in words, when something is missing or unknown */
export function missionArguments(given: string[]): MissionArguments {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      label: { type: 'string' },
      resume: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [missionFile, ...more] = positionals;
  if (missionFile === undefined) throw new Error('No mission file was given');
  if (more.length > 0) throw new Error(`One mission at a time; ${more[0]} is one too many`);
  if (values.out === undefined || values.out === '')
    throw new Error('No folder was given for the report: --out <folder>');
  // The label is a name and never a way out of the folder.
  if (values.label !== undefined && !/^[a-z0-9][a-z0-9._-]{0,63}$/.test(values.label))
    throw new Error(
      `The label ${JSON.stringify(values.label)} is not a folder name: small letters, digits, dot, dash and underscore, at most 64`,
    );
  const { label = null, resume, json, quiet } = values;
  return { missionFile, outFolder: values.out, label, resume, json, quiet };
}
