import type { OwnerCommand } from '../../plan';
import type { Alert, Tone, ViewLink } from '../../report';
import { LinkButton } from '../parts';

const MARK: Record<Tone, { shape: string; words: string }> = {
  bad: { shape: 'M8 2L15 14H1z', words: 'Needs you' },
  warn: { shape: 'M8 3a5 5 0 1 0 .001 0z', words: 'Watch' },
  neutral: { shape: 'M8 3.5a4.500 4.500 0 1 0 .001 0z', words: 'Ahead' },
  good: { shape: 'M3 8.500l3.500 3.500L13 5', words: 'Good' },
};

interface AlertsProps {
  alerts: Alert[];
  onCommand(command: OwnerCommand): void;
  onView?: ((link: ViewLink) => void) | undefined;
}

/** What needs a person, worst first as the run says it, each with the lever or the place to look. */
export function Alerts({ alerts, onCommand, onView }: AlertsProps) {
  if (alerts.length === 0) {
    return <p className="brief-quiet">Nothing needs you now.</p>;
  }
  return (
    <ul className="brief-alerts" aria-label="Alerts">
      {alerts.map(({ id, tone, title, detail, action }) => (
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
    </ul>
  );
}
