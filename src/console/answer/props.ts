import type { OwnerCommand } from '../../plan';
import type { EntityRef, Frame, RunDescription, RunView, ViewLink } from '../../report';

/** What every tab of a run is given, and all it knows: no tab reaches into a store. */
export interface TabProps {
  view: RunView;
  description: RunDescription;
  /** The newest frame, or null before the first. */
  frame: Frame | null;
  filters: Record<string, string>;
  onFilters(next: Record<string, string>): void;
  onOpen(ref: EntityRef): void;
  /** Opens the command as a form; it is not given yet. */
  onCommand(command: OwnerCommand): void;
  /** Goes to another tab of the same run, with a filter. */
  onView?(link: ViewLink): void;
}
