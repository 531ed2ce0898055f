import { inWorkbook } from '../../../excel/context';
import { loaded } from '../../loaded';
import type { Work } from '../../workbook/pipeline';

/**
 * Makes a notebook of the sheet in front: the network that its formulas compute is recognised, and from then on trained in
 * its own cells. Nothing on the sheet is overwritten; a sheet that is none stays as it is.
 */
export const ADOPT: Work = {
  name: 'Adopt this sheet',
  whileRunning: 'refuse',
  isForAnySheet: true,
  work: async (pipeline) => {
    const { adopt } = await loaded(import('./adopt'));
    await inWorkbook((context) => adopt(context, pipeline));
  },
};
