import type { Topic } from '../../../notebook/glossary/contents';

/** What the glossary shows and offers. */
export interface GlossaryState {
  /** The entry that is open. */
  readonly open?: Topic;
  /** The topic of the selected heading. */
  readonly hint?: Topic;
}
