import { loaded } from '../../loaded';
import type { Work } from '../../workbook/pipeline';

/** Puts the sheets of the notebook in order, where they stand. */
export const REPAIR: Work = {
  name: 'Repair',
  whileRunning: 'refuse',
  async work(pipeline) {
    const { repairNotebook } = await loaded(import('./repairNotebook'));
    await repairNotebook(pipeline);
  },
};
