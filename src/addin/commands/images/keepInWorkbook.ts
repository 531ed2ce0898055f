import { NotebookError } from '../../faults';
import type { Work } from '../../workbook/pipeline';
import { putIntoWorkbook, takeFromWorkbook } from '../../workbook/workbookImages';
import { imageCommandTexts } from '../../../texts/addin/images';

/** Have the workbook hold the images of the active notebook, so that it trains wherever it is opened; or no longer. */
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
        // Said only when all of it is there, and no longer said before the first of it goes.
        pipeline.keep(context, notebook, { spec: { ...spec, data: { ...data, inWorkbook: keep } } });
        await context.sync();
        if (!keep && !pipeline.notebooks.shares(notebook.record, data.set)) await takeFromWorkbook(data.set);
        const { notebook: shown } = pipeline.store.get();
        if (shown)
          pipeline.store.set({ notebook: { ...shown, images: { ...shown.images, inWorkbook: keep } } });
      }),
  };
}
