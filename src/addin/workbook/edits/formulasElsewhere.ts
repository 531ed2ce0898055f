import { siteId } from '../../../excel/read/site';
import { toA1 } from '../../../notebook/sheet/address';
import type { Work } from '../pipeline';

/**
 * Looks whether formulas that somebody typed into the notebook give something else now, since they may rest on cells of
 * other sheets, and handles those like any edit.
 */
export const FOLLOW_FORMULAS: Work = {
  name: 'Look at formulas over other sheets',
  whileRunning: 'wait',
  once: true,
  isUnasked: true,
  async work(pipeline) {
    await pipeline.withNotebook(async (context, notebook) => {
      const reading = await pipeline.look(context, notebook, false);
      for (const site of reading.formulas.filter((each) => reading.news.has(siteId(each)))) {
        const worksheetId = notebook.record.place[site.key]!;
        const address = toA1(reading.found.get(siteId(site))!.rect!);
        notebook.untold.found.push({ worksheetId, address, typing: true });
      }
      pipeline.tellUntold(notebook);
    });
  },
};
