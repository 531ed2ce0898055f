import type { Edit } from '../../../excel/read/watch';
import type { Pipeline, Work } from '../pipeline';
import { respondToEdits } from './respondToEdits';

function answer(pipeline: Pipeline, edits: readonly Edit[]): Promise<void> {
  return pipeline.withNotebook(async (context, notebook) => {
    const { notice } = pipeline.store.get();
    const read = () => pipeline.look(context, notebook, false);
    const { reading, outcome } = await respondToEdits(context, notebook, edits, read);
    // What was said stays to be read where nothing else is to be said.
    const said = outcome.still ? { notice, ...outcome } : outcome;
    await pipeline.finish(context, notebook, reading, said);
  });
}

/** Takes what is in the inbox; earlier messages stay where nobody has done anything any more. */
async function answerInbox(pipeline: Pipeline, isAsked: boolean): Promise<void> {
  const { inbox } = pipeline;
  if (inbox.isEmpty) return;
  if (isAsked) pipeline.dismiss();
  const edits = inbox.take();
  // What failed may be over by now.
  await answer(pipeline, edits).catch(() => answer(pipeline, edits));
}

/** Responds to the edits in the inbox, when no run does so between its steps. */
export const ANSWER_EDITS: Work = {
  name: 'Compute what was typed',
  whileRunning: 'wait',
  // A burst of edits is handled together.
  once: true,
  isUnasked: true,
  work: (pipeline) => answerInbox(pipeline, true),
};

/** The same where a person may have undone or redone what the add-in had written; if it is nothing new, nobody is told. */
export const TAKE_RESTORED: Work = {
  ...ANSWER_EDITS,
  name: 'Take in what was undone',
  work: (pipeline) => answerInbox(pipeline, false),
};
