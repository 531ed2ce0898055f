import { NotebookError } from '../../faults';
import type { Work } from '../../workbook/pipeline';
import { putIntoWorkbook, takeFromWorkbook } from '../../workbook/workbookImages';
import { imageCommandTexts } from '../../../texts/addin/images';

/**
 * Stores the images of the active notebook in the workbook, so that it can train anywhere; or removes them.
 */
export function keepInWorkbook(keep: boolean): Work {
  return {
    name: 'Keep images in the workbook',
    whileRunning: 'refuse',
    work: (pipeline) =>
      pipeline.withNotebook(async (context, notebook) => {
        const { spec } = notebook.record;
        const { data } = spec;
        if (data.set === undefined) return;
        if (keep && !(await putIntoWorkbook(data.set)))
          throw new NotebookError(imageCommandTexts.notIntoWorkbook(data.name));
        // Recorded only once all of it is stored, and no longer recorded before any of it is removed.
        pipeline.keep(context, notebook, { spec: { ...spec, data: { ...data, inWorkbook: keep } } });
        await context.sync();
        if (!keep && !pipeline.notebooks.shares(notebook.record, data.set)) await takeFromWorkbook(data.set);
        const { notebook: shown } = pipeline.store.get();
        if (shown)
          pipeline.store.set({ notebook: { ...shown, images: { ...shown.images, inWorkbook: keep } } });
      }),
  };
}
