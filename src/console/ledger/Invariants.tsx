import type { InvariantResult } from '../../report';
import { whole } from '../format';

/** What must always hold, each with the two numbers that were compared. */
export function Invariants({ invariants }: { invariants: InvariantResult[] }) {
  const broken = invariants.filter((i) => !i.holds).length;
  return (
    <>
      <p className="hint">
        {invariants.length === 0
          ? 'None were checked.'
          : broken === 0
            ? `All ${invariants.length} hold.`
            : `${broken} of ${invariants.length} do not hold.`}
      </p>
      <ul className="invariants">
        {invariants.map((i) => (
          <li key={i.id} className={i.holds ? undefined : 'broken'}>
            <svg
              viewBox="0 0 16 16"
              width="16"
              height="16"
              role="img"
              aria-label={i.holds ? 'Holds' : 'Does not hold'}
            >
              <path d={i.holds ? 'M3.500 8.500l3 3 6-7' : 'M4 4l8 8m0-8l-8 8'} />
            </svg>
            <div>
              <strong>{i.sentence}</strong>
              <small className="mono">
                {i.id}
                {!i.holds && i.tick !== null && `, first at tick ${whole(i.tick)}`}
              </small>
            </div>
            <span className="invariant-numbers">
              {whole(i.left)} <i>{comparison(i)}</i> {whole(i.right)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function comparison({ left, right, holds }: InvariantResult): string {
  if (left === right) return '=';
  if (!holds) return '≠';
  return left < right ? '≤' : '≥';
}
