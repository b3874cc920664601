import type { Problem } from '../problem';
import { ProblemList } from '../problem-list';
import type { Plan, ScheduledCommand } from '../schema';
import { checkCommands } from './commands';
import { checkIdentity } from './identity';
import { checkLimits } from './limits';
import { checkMoney } from './money';
import { checkReferences } from './references';
import { checkRevision } from './revision';
import { checkServing } from './serving';
import { checkShards } from './shards';
import { checkSpillover } from './spillover';
import { checkTimes } from './times';

/**
 * What cannot work, or will not work as one might think, before it runs: in a director's words.
 * Errors must block a start; warnings are for reading. Problems have no file and no line, since a plan
 * need not come from a file; `withLines` adds both.
 */
export function preflight(plan: Plan, commands: readonly ScheduledCommand[]): Problem[] {
  const problems = new ProblemList('');
  checkRevision(plan, problems);
  checkIdentity(plan, problems);
  checkReferences(plan, problems);
  checkLimits(plan, problems);
  checkTimes(plan, problems);
  checkMoney(plan, problems);
  checkShards(plan, problems);
  checkSpillover(plan, problems);
  checkServing(plan, problems);
  checkCommands(plan, commands, problems);
  return problems.all();
}
