import type { ProblemList } from '../problem-list';
import { ENGINE_REVISION, type Plan } from '../schema';

/** A plan says which engine it was made for; only the same one must give the same events. */
export function checkRevision(plan: Plan, problems: ProblemList): void {
  const asked = plan.engineRevision;
  if (asked > ENGINE_REVISION)
    problems.error(
      'engineRevision',
      `This mission was made for engine revision ${asked}; this Orrery has revision ${ENGINE_REVISION}`,
      'Open it with a newer Orrery.',
    );
  else if (asked < ENGINE_REVISION)
    problems.warning(
      'engineRevision',
      `This mission was made for engine revision ${asked}; this Orrery has revision ${ENGINE_REVISION}`,
      'It will run, but may unfold differently than it did then.',
    );
}
