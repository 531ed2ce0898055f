import type { Topic } from '../../../notebook/glossary/contents';

/** What the glossary shows, and what it offers. */
export interface GlossaryState {
  /** The entry that is open. */
  readonly open?: Topic;
  /** What the selected heading is about. */
  readonly hint?: Topic;
}
