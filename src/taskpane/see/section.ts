import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';

/** Properties of every section of the See tab. */
export interface SectionProps {
  readonly session: Session;
  readonly notebook: NotebookState;
  /** Whether a run is in progress. */
  readonly running: boolean;
}
