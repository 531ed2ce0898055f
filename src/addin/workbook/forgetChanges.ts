import { changeTexts } from '../../texts/addin/changes';
import type { LiveNotebook } from './notebook/liveNotebook';
import type { Pipeline, Work } from './pipeline';

/** Queues storing that the sheet of changes is gone, and is not to be drawn again. */
export function forgetChanges(
  pipeline: Pipeline,
  context: Excel.RequestContext,
  notebook: LiveNotebook,
): void {
  const { place } = notebook.record;
  pipeline.keep(context, notebook, { changes: undefined, place: { ...place, changes: undefined } });
  notebook.markStale();
}

/** A person deleted the sheet of changes. */
export const FORGET_CHANGES: Work = {
  name: changeTexts.command,
  whileRunning: 'wait',
  isUnasked: true,
  work: (pipeline) =>
    pipeline.withNotebook(async (context, notebook) => {
      forgetChanges(pipeline, context, notebook);
      await context.sync();
    }),
};
