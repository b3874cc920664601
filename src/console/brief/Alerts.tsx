import { useState } from 'react';
import type { OwnerCommand } from '../../plan';
import type { Alert, Tone, ViewLink } from '../../report';
import { LinkButton } from '../parts';

const MARK: Record<Tone, { shape: string; words: string }> = {
  bad: { shape: 'M8 2L15 14H1z', words: 'Needs you' },
  warn: { shape: 'M8 3a5 5 0 1 0 .001 0z', words: 'Watch' },
  neutral: { shape: 'M8 3.5a4.500 4.500 0 1 0 .001 0z', words: 'Ahead' },
  good: { shape: 'M3 8.500l3.500 3.500L13 5', words: 'Good' },
};

/** So many fit beside the Orrery; the run gives the worst first. */
const AT_FIRST = 3;

interface AlertsProps {
  alerts: Alert[];
  onCommand(command: OwnerCommand): void;
  onView?: ((link: ViewLink) => void) | undefined;
}

/** What needs a person, worst first as the run says it, each with the lever or the place to look. */
export function Alerts({ alerts, onCommand, onView }: AlertsProps) {
  const [all, setAll] = useState(false);
  if (alerts.length === 0) {
    return <p className="brief-quiet">Nothing needs you now.</p>;
  }
  const shown = all || alerts.length <= AT_FIRST + 1 ? alerts : alerts.slice(0, AT_FIRST);
  return (
    <ul className="brief-alerts" aria-label="Alerts">
      {shown.map(({ id, tone, title, detail, action }) => (
        <li key={id} className={`tone-${tone}`}>
          <svg viewBox="0 0 16 16" width="14" height="14" role="img" aria-label={MARK[tone].words}>
            <path d={MARK[tone].shape} className={tone === 'neutral' || tone === 'good' ? 'open' : 'full'} />
          </svg>
          <div>
            <strong>{title}</strong>
            <p>{detail}</p>
          </div>
          {action?.command !== undefined && (
            <LinkButton onClick={() => onCommand(action.command as OwnerCommand)}>{action.words}</LinkButton>
          )}
          {action?.command === undefined && action?.view !== undefined && onView !== undefined && (
            <LinkButton onClick={() => onView(action.view as ViewLink)}>{action.words}</LinkButton>
          )}
        </li>
      ))}
      {shown.length < alerts.length && (
        <li className="more">
          <LinkButton onClick={() => setAll(true)}>Show {alerts.length - shown.length} more</LinkButton>
        </li>
      )}
    </ul>
  );
}
