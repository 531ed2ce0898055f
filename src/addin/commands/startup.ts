import { startsWithWorkbook, startWithWorkbook } from '../../excel/context';
import type { Work } from '../workbook/pipeline';

/** Sets whether the add-in starts with this workbook. */
export function setStartup(starts: boolean): Work {
  return {
    name: 'Start with this workbook',
    whileRunning: 'wait',
    async work({ store }) {
      await startWithWorkbook(starts);
      // The state that Excel reports, which may differ from the one requested.
      store.set({ startsWithWorkbook: await startsWithWorkbook() });
    },
  };
}
