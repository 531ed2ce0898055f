import type { Work } from './pipeline';
import { respondToEdits } from './respondToEdits';

/** Answer what is in the inbox, where no run does it between its steps. */
export const ANSWER_EDITS: Work = {
  name: 'Answer edits',
  whileRunning: 'wait',
  // Edits that come in a burst are answered together.
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
