import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';

/** What every section of the See tab is given. */
export interface SectionProps {
  readonly session: Session;
  readonly notebook: NotebookState;
  /** A run is under way. */
  readonly running: boolean;
}
