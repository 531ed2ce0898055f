import { startsWithWorkbook, startWithWorkbook } from '../../excel/context';
import type { Work } from '../workbook/pipeline';

/** Have the add-in start with this workbook from now on, or not. */
export function setStartup(starts: boolean): Work {
  return {
    name: 'Start with this workbook',
    whileRunning: 'wait',
    async work({ store }) {
      await startWithWorkbook(starts);
      // As Excel says, not as it was told.
      store.set({ startsWithWorkbook: await startsWithWorkbook() });
    },
  };
}
