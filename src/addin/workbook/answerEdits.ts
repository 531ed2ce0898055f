import type { Work } from './pipeline';
import { respondToEdits } from './respondToEdits';

/** Responds to the edits in the inbox, when no run does so between its steps. */
export const ANSWER_EDITS: Work = {
  name: 'Answer edits',
  whileRunning: 'wait',
  // A burst of edits is handled together.
  once: true,
  async work(pipeline) {
    const { inbox } = pipeline;
    if (inbox.isEmpty) return;
    await pipeline.withNotebook(async (context, notebook) => {
      const read = () => pipeline.look(context, notebook, false);
      const { reading, outcome } = await respondToEdits(context, notebook, inbox.take(), read);
      await pipeline.finish(context, notebook, reading, outcome);
    });
  },
};
