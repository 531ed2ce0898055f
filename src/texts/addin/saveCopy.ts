import { inLanguage } from '../language';

/** A copy of the workbook as a file. */
export const saveCopyTexts = inLanguage({
  en: {
    command: 'Save a copy',
    /** The name of a workbook that has none yet. */
    name: 'Cellvolution',
    notHere: 'This Excel gives add-ins no copy of its workbook. Save it with File > Save a Copy.',
    failed: 'Excel made no copy of the workbook. Save it with File > Save a Copy.',
  },
});
